package org.genonaut.ui;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.slider.DecimalSlider;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

/**
 * A strength from −2 to 2: a slider in steps of 0.05 and a number that may be typed to the hundredth, one value.
 * Emptying the number brings the last value back.
 */
public final class StrengthSlider extends AbstractCompositeField<Div, StrengthSlider, Double> implements HasEnabled {

    /** The largest strength; the smallest is its negative. */
    public static final double LIMIT = 2;

    private static final double STEP = 0.05;

    private final DecimalSlider slider = new DecimalSlider(-LIMIT, LIMIT);
    private final NumberField number = new NumberField();

    /** @param name what the strength belongs to, for screen readers: "Strength of Ink Wash XL" */
    public StrengthSlider(String name, double strength) {
        super(1.0);
        slider.addClassName("gn-signed");
        slider.setStep(STEP);
        slider.setAriaLabel(name);
        slider.setValueChangeMode(ValueChangeMode.LAZY);
        number.setAriaLabel(name);
        number.addThemeVariants(TextFieldVariant.SMALL);
        number.setMin(-LIMIT);
        number.setMax(LIMIT);
        number.setStep(STEP / 5);
        number.setManualValidation(true);
        slider.addValueChangeListener(change -> follow(change.getValue(), change.isFromClient()));
        number.addValueChangeListener(change -> follow(change.getValue(), change.isFromClient()));
        getContent().addClassName("gn-strength");
        getContent().add(slider, number);
        setValue(strength);
    }

    /** @throws IllegalArgumentException when the strength is not a number from −2 to 2 */
    @Override
    public void setValue(Double strength) {
        if (!(Math.abs(strength) <= LIMIT)) {
            throw new IllegalArgumentException("A strength of " + strength + " is not between -2 and 2");
        }
        super.setValue(toHundredths(strength));
        setPresentationValue(getValue());
    }

    @Override
    protected void setPresentationValue(Double strength) {
        slider.setValue(toHundredths(Math.round(strength / STEP) * STEP));
        number.setValue(strength);
    }

    private void follow(@Nullable Double typed, boolean fromClient) {
        if (!fromClient) {
            return;
        }
        var strength = typed == null ? getValue() : toHundredths(Math.clamp(typed, -LIMIT, LIMIT));
        setModelValue(strength, true);
        setPresentationValue(strength);
    }

    private static double toHundredths(double strength) {
        return Math.round(strength * 100) / 100.0;
    }
}
