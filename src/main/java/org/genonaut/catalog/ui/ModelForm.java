package org.genonaut.catalog.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.data.converter.Converter;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelEdit;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelType;

/** The fields of what an admin says of a model. */
class ModelForm extends Div {

    private final Checkbox active = new Checkbox(getTranslation("models.field.active"));
    private final TextField title = new TextField(getTranslation("models.field.title"));
    private final Select<ModelFamily> family = new Select<>();
    private final TextArea description = new TextArea(getTranslation("models.field.description"));
    private final NumberField strength = new NumberField(getTranslation("models.field.strength"));
    private final TextField triggerWords = new TextField(getTranslation("models.field.trigger-words"));
    private final Binder<ModelEdit> binder = new Binder<>(ModelEdit.class);

    /** @param changed runs whenever there may be, or may no longer be, something to save */
    ModelForm(Runnable changed) {
        addClassName("gn-model-form");
        describe();
        var row = new Div(family, strength);
        row.addClassName("gn-field-row");
        add(active, title, row, triggerWords, description);
        bind();
        binder.setChangeDetectionEnabled(true);
        binder.addStatusChangeListener(change -> changed.run());
    }

    private void describe() {
        active.addClassName("gn-switch");
        active.setHelperText(getTranslation("models.field.active.help"));
        title.setRequiredIndicatorVisible(true);
        title.setValueChangeMode(ValueChangeMode.LAZY);
        family.setLabel(getTranslation("models.field.family"));
        family.setItems(ModelFamily.values());
        family.setItemLabelGenerator(ModelFamily::label);
        strength.setPlaceholder("1");
        strength.setHelperText(getTranslation("models.field.strength.help"));
        strength.setI18n(
                new NumberField.NumberFieldI18n().setBadInputErrorMessage(getTranslation("models.wrong.number")));
        strength.setValueChangeMode(ValueChangeMode.LAZY);
        triggerWords.setHelperText(getTranslation("models.field.trigger-words.help"));
        triggerWords.setValueChangeMode(ValueChangeMode.LAZY);
        description.setHelperText(getTranslation("models.field.description.help"));
        description.setMinRows(3);
        description.setMaxRows(10);
        description.setValueChangeMode(ValueChangeMode.LAZY);
    }

    private void bind() {
        binder.forField(active).bind("isActive");
        binder.forField(title)
                .withValidator(
                        text -> !text.isBlank() && text.strip().length() <= ModelEdit.MAX_TITLE,
                        getTranslation("models.wrong.title", ModelEdit.MAX_TITLE))
                .bind("title");
        binder.forField(family).bind("family");
        binder.forField(description)
                .withValidator(
                        text -> text.length() <= ModelEdit.MAX_DESCRIPTION,
                        getTranslation("models.wrong.too-long", ModelEdit.MAX_DESCRIPTION))
                .bind("description");
        bindOfLoras();
    }

    /** A checkpoint has these values too, though nobody sees them: they stay as they are. */
    private void bindOfLoras() {
        binder.forField(strength)
                .withValidator(
                        value -> value == null || Math.abs(value) <= ModelEdit.MAX_STRENGTH,
                        getTranslation("models.wrong.strength", ModelEdit.MAX_STRENGTH))
                .bind("defaultStrength")
                .setIsAppliedPredicate(always -> true);
        binder.forField(triggerWords)
                .withConverter(Converter.from(text -> Result.ok(words(text)), ModelEdit::joined))
                .withValidator(
                        words -> ModelEdit.joined(words).length() <= ModelEdit.MAX_TRIGGER_WORDS,
                        getTranslation("models.wrong.too-long", ModelEdit.MAX_TRIGGER_WORDS))
                .bind("triggerWords")
                .setIsAppliedPredicate(always -> true);
    }

    private static List<String> words(String text) {
        return List.of(text.split(",", -1)).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Replaces what stands in the fields. */
    void show(AvailableModel model) {
        strength.setVisible(model.type() == ModelType.LORA);
        triggerWords.setVisible(model.type() == ModelType.LORA);
        binder.readRecord(ModelEdit.of(model));
    }

    boolean hasChanges() {
        return binder.hasChanges();
    }

    /** What was typed; empty when something is wrong with it, which is then said at the field. */
    Optional<ModelEdit> edit() {
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException wrong) {
            return Optional.empty();
        }
    }

    void focusTitle() {
        title.focus();
    }
}
