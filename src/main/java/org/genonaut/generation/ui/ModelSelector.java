package org.genonaut.generation.ui;

import static java.util.stream.Collectors.toCollection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelType;
import org.genonaut.catalog.UsualSampling;
import org.genonaut.generation.ui.FormValues.ChosenLora;
import org.genonaut.ui.GnIcon;
import org.jspecify.annotations.Nullable;

/** With which models: one checkpoint, and LoRAs in the order in which they are applied. */
class ModelSelector extends Div {

    private final ModelCatalog catalog;
    private final CheckpointPicker checkpoint;
    private final Button add = new Button(getTranslation("generate.loras.add-one"), GnIcon.PLUS.create());
    private final Span count = new Span();
    private final Div rows = new Div();
    private final List<LoraRow> loras = new ArrayList<>();
    private String prompt = "";
    private Runnable changed = () -> {};
    private Runnable checkpointChosen = () -> {};
    private Consumer<String> insert = word -> {};

    ModelSelector(ModelCatalog catalog) {
        this.catalog = catalog;
        addClassName("gn-form-part");
        checkpoint = new CheckpointPicker(catalog, this::choose);
        add.setId("add-lora");
        add.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add.addClassNames("gn-link", "gn-push");
        add.setAriaLabel(getTranslation("generate.loras.add"));
        count.addClassName("gn-muted");
        var label = new Div(new Span(getTranslation("generate.loras")), count, add);
        label.addClassName("gn-label");
        var picker = new LoraPicker(catalog, add, checkpoint::model, this::names, this::toggle);
        add(checkpoint, new Div(label, rows, picker.popover()));
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** @param listener runs when another checkpoint was chosen, before everything that hears of changes */
    void onCheckpoint(Runnable listener) {
        checkpointChosen = listener;
    }

    /** @param listener puts a trigger word into the prompt */
    void onInsert(Consumer<String> listener) {
        insert = listener;
    }

    /** As if the member had chosen it. */
    final void choose(String name) {
        checkpoint.show(name);
        checkpointChosen.run();
        changed();
    }

    private void changed() {
        describe();
        changed.run();
    }

    private void describe() {
        var family = family();
        var fitting = catalog.usable(ModelType.LORA).stream()
                .filter(lora -> family.fits(lora.family()))
                .count();
        count.setText(getTranslation("generate.loras.count", loras.size(), fitting));
    }

    /** The family of the checkpoint; {@link ModelFamily#OTHER} while none is chosen. */
    ModelFamily family() {
        return checkpoint.model().map(AvailableModel::family).orElse(ModelFamily.OTHER);
    }

    /** How pictures of the checkpoint are usually sampled. */
    UsualSampling usual() {
        return checkpoint.model().map(AvailableModel::usual).orElseGet(ModelFamily.OTHER::usual);
    }

    private LinkedHashSet<String> names() {
        return loras.stream().map(LoraRow::name).collect(toCollection(LinkedHashSet::new));
    }

    private void toggle(AvailableModel lora) {
        var row = loras.stream().filter(each -> each.name().equals(lora.name())).findFirst();
        if (row.isPresent()) {
            remove(row.get());
        } else {
            append(new ChosenLora(lora.name(), lora.strength(), lora.strength(), true));
            changed();
        }
    }

    private void append(ChosenLora lora) {
        var model = catalog.find(ModelType.LORA, lora.name());
        var row = new LoraRow(lora, model, word -> insert.accept(word));
        row.onRemove(() -> remove(row));
        row.onChange(this::changed);
        row.promptChanged(prompt);
        loras.add(row);
        rows.add(row);
    }

    private void remove(LoraRow row) {
        loras.remove(row);
        rows.remove(row);
        changed();
    }

    void promptChanged(String text) {
        prompt = text;
        loras.forEach(row -> row.promptChanged(text));
    }

    @Nullable String checkpoint() {
        return checkpoint.name();
    }

    List<ChosenLora> loras() {
        return loras.stream().map(LoraRow::value).toList();
    }

    void show(@Nullable String newCheckpoint, List<ChosenLora> newLoras) {
        checkpoint.show(newCheckpoint);
        loras.clear();
        rows.removeAll();
        newLoras.forEach(this::append);
        describe();
    }

    /** The catalog may know more or other models than before. */
    void catalogChanged() {
        checkpoint.show(checkpoint.name());
        describe();
    }

    void focusCheckpoint() {
        checkpoint.focusCard();
    }

    void focusAdd() {
        add.focus();
    }

    /** @param index among those that are on */
    void focusLora(int index) {
        Optional<LoraRow> row = loras.stream().filter(LoraRow::isOn).skip(index).findFirst();
        row.ifPresentOrElse(LoraRow::focusStrength, this::focusAdd);
    }
}
