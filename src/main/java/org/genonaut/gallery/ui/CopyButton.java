package org.genonaut.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Span;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.IconButton;

/** Puts a text on the clipboard, in the browser alone, and says that it did. */
@Tag("gn-copy")
@JavaScript("context://js/copy-button.js")
class CopyButton extends Component implements HasComponents, HasStyle {

    /** @param name what is copied, for people */
    CopyButton(String name) {
        this(new Button(name, GnIcon.COPY.create()));
    }

    private CopyButton(Button button) {
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        var said = new Span();
        said.addClassName("gn-hidden-text");
        said.getElement().setAttribute("role", "status");
        add(button, said);
        getElement().setProperty("copied", getTranslation("viewer.copied"));
    }

    /** With an icon alone. */
    static CopyButton small(String name) {
        return new CopyButton(new IconButton(GnIcon.COPY, name));
    }

    CopyButton of(String text) {
        getElement().setProperty("text", text);
        return this;
    }
}
