package org.genonaut.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.genonaut.ui.GnIcon;

/** Stands where a page failed. It has no frame, because the frame may be what failed. */
@PageTitle("error.unexpected.page")
@AnonymousAllowed
class UnexpectedErrorView extends Div implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<Exception> error) {
        var number = UnexpectedErrors.report(error.getCaughtException());
        var again = new Button(
                getTranslation("error.unexpected.action"),
                click -> click.getSource().getUI().ifPresent(ui -> ui.getPage().reload()));
        DeadEnd.fill(this, GnIcon.WARNING, "error.unexpected", again, number);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
