package org.genonaut.ui;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.slider.DecimalSlider;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.OptionalDouble;

/**
 * A strength from −2 to 2: a slider in steps of 0.05 and a number that may be typed to the hundredth, one value.
 * What is typed beyond the ends is taken to the end; what is no number is replaced by the last value.
 */
public final class StrengthSlider extends AbstractCompositeField<Div, StrengthSlider, Double> implements HasEnabled {

    /** The largest strength; the smallest is its negative. */
    public static final double LIMIT = 2;

    private static final double STEP = 0.05;

    private final Formats formats = Formats.current();
    private final DecimalSlider slider = new DecimalSlider(-LIMIT, LIMIT);
    private final TextField number = new TextField();

    /** @param name what the strength belongs to, for screen readers: "Strength of Ink Wash XL" */
    public StrengthSlider(String name, double strength) {
        super(1.0);
        slider.addClassName("gn-signed");
        slider.setStep(STEP);
        slider.setAriaLabel(name);
        slider.setValueChangeMode(ValueChangeMode.LAZY);
        slider.addValueChangeListener(change -> follow(change.isFromClient(), OptionalDouble.of(change.getValue())));
        number.setAriaLabel(name);
        number.addThemeVariants(TextFieldVariant.SMALL);
        number.setAutoselect(true);
        number.getElement().setAttribute("inputmode", "decimal");
        number.addValueChangeListener(change -> follow(change.isFromClient(), parse(change.getValue())));
        getContent().addClassName("gn-strength");
        getContent().add(slider, number);
        setValue(strength);
        setPresentationValue(getValue());
    }

    /** @throws IllegalArgumentException when the strength is not a number from −2 to 2 */
    @Override
    public void setValue(Double strength) {
        if (!(Math.abs(strength) <= LIMIT)) {
            throw new IllegalArgumentException("A strength of " + strength + " is not between -2 and 2");
        }
        super.setValue(toHundredths(strength));
    }

    @Override
    protected void setPresentationValue(Double strength) {
        slider.setValue(toHundredths(Math.round(strength / STEP) * STEP));
        number.setValue(formats.decimal(strength, 2));
    }

    private void follow(boolean fromClient, OptionalDouble wanted) {
        if (fromClient) {
            var strength = toHundredths(Math.clamp(wanted.orElse(getValue()), -LIMIT, LIMIT));
            setModelValue(strength, true);
            setPresentationValue(strength);
        }
    }

    /** People type a point, a comma, and a minus that they copied from a text. */
    private static OptionalDouble parse(String typed) {
        try {
            var strength = Double.parseDouble(typed.strip().replace(',', '.').replace('−', '-'));
            return Double.isNaN(strength) ? OptionalDouble.empty() : OptionalDouble.of(strength);
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    private static double toHundredths(double strength) {
        return Math.round(strength * 100) / 100.0;
    }
}
