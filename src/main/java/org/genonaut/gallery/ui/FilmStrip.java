package org.genonaut.gallery.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Nav;
import org.genonaut.gallery.Neighbours;
import org.genonaut.generation.ImageId;

/** The neighbours of a picture, newest first, as small links. */
class FilmStrip extends Nav {

    FilmStrip() {
        addClassName("gn-film");
        setAriaLabel(getTranslation("viewer.neighbours"));
    }

    void show(ImageId image, Neighbours neighbours) {
        removeAll();
        int[] number = {0};
        neighbours.newer().forEach(newer -> add(frame(newer, ++number[0])));
        var current = frame(image, ++number[0]);
        current.addClassName("gn-current");
        current.getElement().setAttribute("aria-current", "page");
        add(current);
        neighbours.older().forEach(older -> add(frame(older, ++number[0])));
    }

    private Anchor frame(ImageId image, int number) {
        var thumbnail = new Image(ImageAddress.bytes(image, "256"), getTranslation("viewer.neighbour", number));
        var frame = new Anchor(ImageAddress.page(image), thumbnail);
        frame.getElement().setAttribute("router-link", true);
        return frame;
    }
}
