package org.genonaut.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Asks who is there. The form is sent to Spring Security by the browser itself. */
@Route(value = "sign-in", autoLayout = false)
@PageTitle("sign-in.page")
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver {

    /** Spring Security takes names and passwords at the address of the page that asks for them. */
    static final String ACTION = "sign-in";

    private final AuthenticationContext authentication;
    private final LoginForm form = new LoginForm();

    SignInView(AuthenticationContext authentication, Environment environment) {
        this.authentication = authentication;
        addClassName("gn-sign-in");
        form.setAction(ACTION);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());
        add(panel(environment.acceptsProfiles(Profiles.of("demo"))), poster());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (authentication.isAuthenticated()) {
            entering.forwardTo("");
        }
        form.setError(
                entering.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    private Component panel(boolean demo) {
        var subtitle = new Paragraph(getTranslation("sign-in.subtitle"));
        subtitle.addClassName("gn-muted");
        var inner = new Div(new H1(getTranslation("sign-in.title")), subtitle, form);
        inner.addClassName("gn-sign-in-inner");
        if (demo) {
            inner.add(new DemoSignIn());
        }
        var panel = new Section(MainLayout.brand(), inner);
        panel.addClassName("gn-sign-in-panel");
        return panel;
    }

    private Component poster() {
        var poster =
                new Section(new Image("images/alpine-ridges.svg", ""), new Paragraph(getTranslation("sign-in.poster")));
        poster.addClassName("gn-poster");
        poster.getElement().setAttribute("aria-hidden", "true");
        return poster;
    }

    private LoginI18n texts() {
        var fields = new LoginI18n.Form();
        fields.setTitle(""); // The page has its own title.
        fields.setUsername(getTranslation("sign-in.username"));
        fields.setPassword(getTranslation("sign-in.password"));
        fields.setSubmit(getTranslation("sign-in.submit"));
        var failure = new LoginI18n.ErrorMessage();
        failure.setTitle(getTranslation("sign-in.failed.title"));
        failure.setMessage(getTranslation("sign-in.failed.sentence"));
        failure.setUsername(getTranslation("sign-in.username-missing"));
        failure.setPassword(getTranslation("sign-in.password-missing"));
        var texts = LoginI18n.createDefault();
        texts.setForm(fields);
        texts.setErrorMessage(failure);
        return texts;
    }
}
