package org.genonaut.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.genonaut.ui.GnIcon;

/** Says that a page is not for this account. */
@ParentLayout(MainLayout.class)
@PageTitle("error.denied.page")
@AnonymousAllowed
class AccessDeniedView extends Div implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<AccessDeniedException> error) {
        var toGenerate = DeadEnd.leadingTo(FramePage.GENERATE.path(), getTranslation("error.denied.action"));
        DeadEnd.fill(this, GnIcon.LOCK, "error.denied", toGenerate);
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
