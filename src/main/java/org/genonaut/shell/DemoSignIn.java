package org.genonaut.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import org.genonaut.ui.GnIcon;

/** The accounts of the demo profile, whose passwords are their names; each is a form of its own, sent by one click. */
class DemoSignIn extends Div {

    private static final List<String> NAMES = List.of("maya", "noah", "admin");

    /** Spring Security wants its token back; Vaadin has written it into the page's head. */
    private static final String ADD_TOKEN = """
            const name = document.querySelector('meta[name=_csrf_parameter]');
            const token = document.querySelector('meta[name=_csrf]');
            if (name && token) { this.name = name.content; this.value = token.content; }
            """;

    DemoSignIn() {
        addClassName("gn-demo");
        var badge = new Badge(getTranslation("sign-in.demo.badge"));
        badge.addThemeVariants(BadgeVariant.WARNING);
        badge.addClassName("gn-push");
        var title = new Div(new H2(getTranslation("sign-in.demo.title")), badge);
        title.addClassName("gn-row");
        add(title, new Paragraph(getTranslation("sign-in.demo.sentence")));
        NAMES.forEach(name -> getElement().appendChild(form(name)));
    }

    private Element form(String name) {
        var token = hidden("", "");
        token.getElement().executeJs(ADD_TOKEN);
        var form = new Element("form");
        form.setAttribute("method", "post").setAttribute("action", SignInView.ACTION);
        form.appendChild(
                hidden("username", name).getElement(),
                hidden("password", name).getElement(),
                token.getElement(),
                button(name).getElement());
        return form;
    }

    private Component button(String name) {
        var avatar = new Avatar();
        avatar.setAbbreviation(name.substring(0, 1).toUpperCase(Locale.ROOT));
        avatar.addClassNames("gn-avatar", "gn-avatar-" + NAMES.indexOf(name));
        avatar.getElement().setAttribute("aria-hidden", "true");
        var bold = new Element("b").setText(name);
        var words = new Span();
        words.addClassName("gn-grow");
        words.getElement().appendChild(bold);
        words.add(new Span(getTranslation("sign-in.demo." + name)));
        var button = new NativeButton();
        button.addClassName("gn-account");
        button.getElement().setAttribute("type", "submit");
        button.add(avatar, words, GnIcon.ARROW_RIGHT.createSmall());
        return button;
    }

    private static Input hidden(String name, String value) {
        var input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name).setAttribute("value", value);
        return input;
    }
}
