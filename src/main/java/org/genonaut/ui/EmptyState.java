package org.genonaut.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing is yet: an icon or pictures, a title, one sentence, and what to do about it. */
public final class EmptyState extends Div {

    private final Div actions = new Div();

    public EmptyState(GnIcon icon, String title, String sentence) {
        this(badge(icon), title, sentence);
    }

    /** An empty state below pictures, which are decoration and have no alternative text. */
    public static EmptyState withPictures(String title, String sentence, String... urls) {
        var pictures = new Div();
        pictures.addClassName("gn-empty-pictures");
        for (var url : urls) {
            pictures.add(new Image(url, ""));
        }
        return new EmptyState(pictures, title, sentence);
    }

    private EmptyState(Component above, String title, String sentence) {
        addClassName("gn-empty");
        actions.addClassName("gn-empty-acts");
        actions.setVisible(false);
        add(above, new H2(title), new Paragraph(sentence), actions);
    }

    /** Adds buttons or links, the proposal first. */
    public EmptyState withActions(Component... proposals) {
        actions.add(proposals);
        actions.setVisible(true);
        return this;
    }

    private static Div badge(GnIcon icon) {
        var badge = new Div(icon.create());
        badge.addClassName("gn-empty-icon");
        return badge;
    }
}
