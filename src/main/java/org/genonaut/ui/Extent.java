package org.genonaut.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;

/** A place on an axis: where it begins and how long it is, in the axis' own unit. */
public record Extent(double at, double length) {

    /** Hands both to the style sheets, which read them as {@code --at} and {@code --for}. */
    public void applyTo(Component component) {
        component.getElement().setAttribute("style", String.format(Locale.ROOT, "--at:%.1f;--for:%.1f", at, length));
    }

    /** Hands a stretch of the axis that is looked at to the style sheets, as {@code --shift} and {@code --span}. */
    public void applyAsWindowTo(Component component) {
        component
                .getElement()
                .setAttribute("style", String.format(Locale.ROOT, "--shift:%.1f;--span:%.1f", at, length));
    }
}
