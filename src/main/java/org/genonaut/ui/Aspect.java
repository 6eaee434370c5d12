package org.genonaut.ui;

import com.vaadin.flow.component.Component;

/** The shape of a picture, width by height in pixels; boxes take it before the picture is there. */
public record Aspect(int width, int height) {

    public Aspect {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture of " + width + " by " + height + " has no shape");
        }
    }

    /** Hands the ratio to the style sheets, which read it as {@code --ar}. */
    public void applyTo(Component component) {
        component.getElement().setAttribute("style", "--ar:" + (double) width / height);
    }
}
