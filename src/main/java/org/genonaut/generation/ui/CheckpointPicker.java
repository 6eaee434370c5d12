package org.genonaut.generation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.function.Consumer;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.ui.FamilyBadge;
import org.genonaut.ui.GnIcon;
import org.jspecify.annotations.Nullable;

/** The checkpoint that is chosen, as a card that opens the list of all. */
class CheckpointPicker extends Div {

    private final ModelCatalog catalog;
    private final Card card = new Card();
    private final CheckpointList list;
    private @Nullable String chosen;

    CheckpointPicker(ModelCatalog catalog, Consumer<String> choose) {
        this.catalog = catalog;
        list = new CheckpointList(catalog, card, choose);
        var label = new Div(new Span(getTranslation("generate.checkpoint")));
        label.addClassName("gn-label");
        add(label, card, list.popover());
    }

    /** A button that is large enough to hold what it says. */
    private static class Card extends Div implements Focusable<Card> {

        Card() {
            setId("checkpoint");
            addClassName("gn-checkpoint");
            getElement().setAttribute("role", "button");
            getElement().setAttribute("aria-haspopup", "dialog");
            setTabIndex(0);
        }
    }

    void show(@Nullable String name) {
        chosen = name;
        var model = model();
        card.removeAll();
        card.setClassName(
                "gn-invalid",
                name != null && model.filter(AvailableModel::isUsable).isEmpty());
        var title = model.map(AvailableModel::title)
                .orElse(name == null ? getTranslation("generate.checkpoint.none") : name);
        card.add(new ModelMark(title), words(title, model), GnIcon.CHEVRON_DOWN.create());
        list.chosen(name);
    }

    private Component words(String title, Optional<AvailableModel> model) {
        var name = new Span(title);
        name.addClassName("gn-clip");
        var first = new Div(name);
        first.addClassName("gn-row");
        model.ifPresent(known -> first.add(new FamilyBadge(known.family().label())));
        var second = new Div(model.map(list::where).orElseGet(() -> getTranslation("generate.checkpoint.choose")));
        second.addClassNames("gn-small", "gn-muted", "gn-clip");
        var words = new Div(first, second);
        words.addClassName("gn-grow");
        return words;
    }

    Optional<AvailableModel> model() {
        return Optional.ofNullable(chosen).flatMap(name -> catalog.find(ModelType.CHECKPOINT, name));
    }

    @Nullable String name() {
        return chosen;
    }

    void focusCard() {
        card.focus();
    }
}
