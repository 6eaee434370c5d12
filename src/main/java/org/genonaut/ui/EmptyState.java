package org.genonaut.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing is yet: an icon or pictures, a title, one sentence, and what to do about it. */
public final class EmptyState extends Div {

    private final Div actions = new Div();

    public EmptyState(GnIcon icon, String title, String sentence) {
        this(badge(icon), new H2(title), sentence);
    }

    /** An empty state that is the whole page: its title is the page's. */
    public static EmptyState asPage(GnIcon icon, String title, String sentence) {
        return new EmptyState(badge(icon), new H1(title), sentence);
    }

    /** An empty state below pictures, which are decoration and have no alternative text. */
    public static EmptyState withPictures(String title, String sentence, String... urls) {
        var pictures = new Div();
        pictures.addClassName("gn-empty-pictures");
        for (var url : urls) {
            pictures.add(new Image(url, ""));
        }
        return new EmptyState(pictures, new H2(title), sentence);
    }

    private EmptyState(Component above, Component title, String sentence) {
        addClassName("gn-empty");
        actions.addClassName("gn-empty-acts");
        actions.setVisible(false);
        add(above, title, new Paragraph(sentence), actions);
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
