package org.genonaut.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.genonaut.gallery.Neighbours;
import org.genonaut.gallery.ViewedImage;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.IconButton;

/** The picture, the way to those before and after it, and the tools to look closer. */
class Stage extends Section {

    private final ZoomStage zoom = new ZoomStage();
    private final FilmStrip film = new FilmStrip();
    private final Button previous;
    private final Button next;

    Stage(ViewerActions actions) {
        addClassName("gn-stage");
        setAriaLabel(getTranslation("viewer.stage"));
        previous = round("previous", GnIcon.CHEVRON_LEFT, actions::newer);
        next = round("next", GnIcon.CHEVRON_RIGHT, actions::older);
        add(bar(actions), previous, next, zoom, film, keys());
    }

    void show(ViewedImage viewed, Neighbours neighbours) {
        zoom.show(viewed);
        film.show(viewed.id(), neighbours);
        previous.setVisible(neighbours.nextNewer().isPresent());
        next.setVisible(neighbours.nextOlder().isPresent());
    }

    private Div bar(ViewerActions actions) {
        var back =
                new Button(getTranslation("viewer.back"), GnIcon.ARROW_LEFT.create(), click -> actions.backToGallery());
        back.setId("back");
        var percent = new Span();
        percent.addClassName("gn-zoom-percent");
        var tools = new Div(
                tool(GnIcon.MINUS, "viewer.smaller", zoom::smaller),
                percent,
                tool(GnIcon.PLUS, "viewer.larger", zoom::larger));
        tools.addClassNames("gn-zoom", "gn-push");
        var bar = new Div(
                back,
                tools,
                plain(GnIcon.EXPAND, "viewer.whole-screen", zoom::wholeScreen),
                plain(GnIcon.INFO, "viewer.panel", actions::togglePanel));
        bar.addClassName("gn-stage-bar");
        return bar;
    }

    private Button round(String id, GnIcon icon, Runnable action) {
        var button = plain(icon, "viewer." + id, action);
        button.setId(id);
        button.addClassNames("gn-round", "gn-" + id);
        return button;
    }

    private Button tool(GnIcon icon, String textKey, Runnable action) {
        var button = new IconButton(icon, getTranslation(textKey));
        button.addClickListener(click -> action.run());
        return button;
    }

    private Button plain(GnIcon icon, String textKey, Runnable action) {
        var button = new Button(icon.create(), click -> action.run());
        button.addClassName("gn-icon-button");
        button.setAriaLabel(getTranslation(textKey));
        button.setTooltipText(getTranslation(textKey));
        return button;
    }

    private Div keys() {
        var keys = new Div(
                hint("browse", "←", "→"),
                hint("again", "R"),
                hint("same-seed", "S"),
                hint("edit", "E"),
                hint("panel", "I"),
                hint("delete", getTranslation("viewer.key.del")),
                hint("back", "Esc"));
        keys.addClassNames("gn-hints", "gn-stage-keys");
        return keys;
    }

    private Component hint(String word, String... keys) {
        var hint = new Span();
        hint.addClassName("gn-keys");
        for (var key : keys) {
            var cap = new Span(key);
            cap.addClassName("gn-kbd");
            hint.add(cap);
        }
        hint.add(new Span(getTranslation("viewer.hint." + word)));
        return hint;
    }
}
