package org.genonaut.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Span;
import org.genonaut.ui.GnIcon;

/** Puts a text on the clipboard, in the browser alone, and says that it did. */
@Tag("gn-copy")
@JavaScript("context://js/copy-button.js")
class CopyButton extends Component implements HasComponents {

    private final Button button = new Button(GnIcon.COPY.create());

    /** @param name what is copied, for people */
    CopyButton(String name) {
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setText(name);
        var said = new Span();
        said.addClassName("gn-hidden-text");
        said.getElement().setAttribute("role", "status");
        add(button, said);
        getElement().setProperty("copied", getTranslation("viewer.copied"));
    }

    /** With an icon alone. */
    static CopyButton iconOnly(String name) {
        var copy = new CopyButton("");
        copy.button.addClassName("gn-icon-button");
        copy.button.setAriaLabel(name);
        copy.button.setTooltipText(name);
        return copy;
    }

    CopyButton of(String text) {
        getElement().setProperty("text", text);
        return this;
    }
}
