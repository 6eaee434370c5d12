package org.genonaut.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import org.jspecify.annotations.Nullable;

/** A small number between two buttons that take one off or add one; never empty, never outside its range. */
public final class Stepper extends IntegerField {

    /** @param name what the number counts, for screen readers */
    public Stepper(String name, int min, int max, int value) {
        if (min > value || value > max) {
            throw new IllegalArgumentException(value + " is not between " + min + " and " + max);
        }
        addClassName("gn-stepper");
        setAriaLabel(name);
        setMin(min);
        setMax(max);
        setStepButtonsVisible(true);
        setManualValidation(true);
        setValue(value);
        addValueChangeListener(change -> keepInRange(change.getValue(), change.getOldValue()));
    }

    private void keepInRange(@Nullable Integer value, Integer before) {
        setValue(value == null ? before : Integer.valueOf(Math.clamp(value, getMin(), getMax())));
    }
}
