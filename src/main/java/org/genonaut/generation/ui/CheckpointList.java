package org.genonaut.generation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.function.Consumer;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelSearch;
import org.genonaut.catalog.ModelType;
import org.jspecify.annotations.Nullable;

/** All checkpoints that can be used, by family and by what is typed; filtered here, drawn only where it is looked at. */
class CheckpointList {

    private final ModelCatalog catalog;
    private final Consumer<String> choose;
    private final VirtualList<AvailableModel> rows = new VirtualList<>();
    private final FamilyChoice families = new FamilyChoice(this::filter);
    private final Picker popover;
    private List<AvailableModel> usable = List.of();
    private List<AvailableModel> hits = List.of();
    private int current;
    private @Nullable String chosen;

    CheckpointList(ModelCatalog catalog, Component target, Consumer<String> choose) {
        this.catalog = catalog;
        this.choose = choose;
        rows.addClassName("gn-model-list");
        rows.setRenderer(new ComponentRenderer<>(this::row));
        popover = new Picker(target, rows.getTranslation("generate.checkpoint.choose"), rows);
        popover.addToHeader(families);
        popover.onOpen(this::load);
        popover.onSearch(text -> filter());
        popover.search().addKeyDownListener(Key.ARROW_DOWN, key -> move(1));
        popover.search().addKeyDownListener(Key.ARROW_UP, key -> move(-1));
        popover.search().addKeyDownListener(Key.ENTER, key -> chooseCurrent());
        target.getElement()
                .addEventListener("keydown", key -> popover.open())
                .setFilter("(event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), true)");
    }

    Picker popover() {
        return popover;
    }

    void chosen(@Nullable String name) {
        chosen = name;
    }

    private void load() {
        usable = catalog.usable(ModelType.CHECKPOINT);
        popover.search().setPlaceholder(rows.getTranslation("generate.checkpoint.search", usable.size()));
        families.offer(usable);
        filter();
    }

    private void filter() {
        var family = families.chosen();
        hits = ModelSearch.in(usable, popover.search().getValue()).stream()
                .filter(model -> family == null || model.family() == family)
                .toList();
        current = 0;
        rows.setItems(hits);
        popover.describe(rows.getTranslation("generate.models.shown", hits.size(), usable.size()));
    }

    private void move(int by) {
        if (hits.isEmpty()) {
            return;
        }
        var before = hits.get(current);
        current = Math.clamp(current + by, 0, hits.size() - 1);
        rows.getDataProvider().refreshItem(before);
        rows.getDataProvider().refreshItem(hits.get(current));
        rows.scrollToIndex(current);
        popover.describe(hits.get(current).title());
    }

    private void chooseCurrent() {
        if (current < hits.size()) {
            choose(hits.get(current));
        }
    }

    private void choose(AvailableModel model) {
        popover.close();
        choose.accept(model.name());
    }

    /** Where a model is, in words. */
    String where(AvailableModel model) {
        if (model.isMissing()) {
            return rows.getTranslation("generate.model.nowhere");
        }
        return model.description().isBlank() ? model.name() : model.description();
    }

    private Div row(AvailableModel model) {
        var row = new ModelRow(model, where(model));
        row.setClassName("gn-current", current < hits.size() && model.equals(hits.get(current)));
        row.markChosen(model.name().equals(chosen));
        row.onChoose(() -> choose(model));
        return row;
    }
}
