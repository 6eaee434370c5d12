package org.genonaut.generation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.ui.FamilyBadge;
import org.genonaut.ui.GnIcon;

/** A model in a list to choose from: mark, title, one line about it, and its family. */
class ModelRow extends Div implements Focusable<ModelRow> {

    private final Span state = new Span();

    ModelRow(AvailableModel model, String about) {
        addClassName("gn-lora-row");
        var name = new Div(model.title());
        name.addClassNames("gn-strong", "gn-clip");
        var line = new Div(about);
        line.addClassNames("gn-small", "gn-muted", "gn-clip");
        var words = new Div(name, line);
        words.addClassName("gn-grow");
        state.addClassName("gn-row");
        add(
                new ModelMark(model.title()),
                words,
                state,
                new FamilyBadge(model.family().label()));
    }

    /** Makes the whole row a button. */
    void onChoose(Runnable choose) {
        getElement().setAttribute("role", "button");
        setTabIndex(0);
        addClickListener(click -> choose.run());
        getElement()
                .addEventListener("keydown", key -> choose.run())
                .setFilter("(event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), true)");
    }

    void markChosen(boolean chosen) {
        state.removeAll();
        if (chosen) {
            state.add(GnIcon.CHECK.createSmall());
            getElement().setAttribute("aria-current", "true");
        }
    }

    /** Says in words how it stands, or offers what can be done. */
    void withState(Component component) {
        state.removeAll();
        state.add(component);
    }
}
