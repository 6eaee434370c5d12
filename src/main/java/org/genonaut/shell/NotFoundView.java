package org.genonaut.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.genonaut.ui.GnIcon;

/** Says that an address leads nowhere. */
@ParentLayout(MainLayout.class)
@PageTitle("error.not-found.page")
@AnonymousAllowed
class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<NotFoundException> error) {
        var toGenerate = DeadEnd.leadingTo(FramePage.GENERATE.path(), getTranslation("error.not-found.action"));
        DeadEnd.fill(this, GnIcon.SEARCH, "error.not-found", toGenerate);
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
