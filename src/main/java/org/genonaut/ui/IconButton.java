package org.genonaut.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** A small quiet button with an icon alone, for repeated, learned tools; its name is read out and shown as a tooltip. */
public final class IconButton extends Button {

    public IconButton(GnIcon icon, String name) {
        super(icon.create());
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClassName("gn-icon-button");
        setAriaLabel(name);
        setTooltipText(name);
    }

    /** For one that is moved about under the pointer: a tooltip of ours would stay for good where it was shown. */
    public IconButton withPlainTip() {
        setTooltipText(null);
        getAriaLabel().ifPresent(name -> getElement().setAttribute("title", name));
        return this;
    }

    /** Shows whether there is anything to do for it; it keeps its focus, which a disabled one would not. */
    public void setOfUse(boolean ofUse) {
        setClassName("gn-of-no-use", !ofUse);
    }

    /** Shows whether what the button toggles is on. */
    public void setPressed(boolean pressed) {
        setClassName("gn-on", pressed);
        getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    }
}
