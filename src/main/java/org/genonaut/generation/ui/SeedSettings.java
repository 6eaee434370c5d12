package org.genonaut.generation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.Supplier;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.IconButton;
import org.jspecify.annotations.Nullable;

/** The seed: random for each generation, or one that is typed or kept. */
class SeedSettings extends Div {

    private final Settings block = new Settings(getTranslation("generate.seed"), this::clear);
    private final TextField field = new TextField(getTranslation("generate.seed"));
    private final IconButton lock = new IconButton(GnIcon.UNLOCK, getTranslation("generate.seed.lock"));
    private final Button useLast;
    private final Supplier<Optional<Seed>> last;
    private Runnable changed = () -> {};

    /** @param last the seed of the newest generation, if there is one */
    SeedSettings(Supplier<Optional<Seed>> last) {
        this.last = last;
        field.setId("seed");
        field.setPlaceholder(getTranslation("generate.seed.random"));
        field.setHelperText(getTranslation("generate.seed.help"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setManualValidation(true);
        field.getElement().setAttribute("inputmode", "numeric");
        field.setSuffixComponent(lock);
        field.addClassName("gn-wide");
        field.addValueChangeListener(change -> changed());
        lock.addClickListener(click -> toggleLock());
        useLast = new Button(
                getTranslation("generate.seed.last"),
                click -> last.get().ifPresent(seed -> field.setValue(seed.toString())));
        useLast.addThemeVariants(ButtonVariant.SMALL);
        useLast.addClassName("gn-wide");
        block.addFields(field, useLast);
        add(block);
        lastChanged();
        describe();
    }

    private void clear() {
        field.clear();
    }

    /** Locked is a seed that stands in the field: it stays until the lock is opened. */
    private void toggleLock() {
        if (field.isEmpty()) {
            field.setValue(last.get().orElseGet(Seed::random).toString());
        } else {
            clear();
        }
    }

    private void changed() {
        describe();
        changed.run();
    }

    private void describe() {
        var random = field.getValue().isBlank();
        lock.setIcon((random ? GnIcon.UNLOCK : GnIcon.LOCK).create());
        lock.setPressed(!random);
        field.setInvalid(!isValid());
        field.setErrorMessage(isValid() ? null : getTranslation("generate.seed.wrong"));
        block.show(random ? getTranslation("generate.seed.random") : field.getValue(), !random);
    }

    /** There is another newest generation. */
    void lastChanged() {
        useLast.setVisible(last.get().isPresent());
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    boolean isValid() {
        return field.getValue().isBlank() || seed() != null;
    }

    /** Null for a random one, and while what is typed is no seed. */
    @Nullable Seed seed() {
        try {
            return field.getValue().isBlank() ? null : Seed.parse(field.getValue());
        } catch (IllegalArgumentException noSeed) {
            return null;
        }
    }

    void show(@Nullable Seed seed) {
        field.setValue(seed == null ? "" : seed.toString());
        describe();
    }

    void focusSeed() {
        block.open();
        field.focus();
    }
}
