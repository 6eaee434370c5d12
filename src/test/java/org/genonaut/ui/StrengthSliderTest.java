package org.genonaut.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.slider.DecimalSlider;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ViewPackages(packages = "org.genonaut.ui")
class StrengthSliderTest extends BrowserlessTest {

    private final List<Double> heard = new ArrayList<>();

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void beginsWithTheGivenStrengthInBothOfItsParts() {
        slider(0.8);

        assertThat(find(DecimalSlider.class).single().getValue()).isEqualTo(0.8);
        assertThat(find(TextField.class).single().getValue()).isEqualTo("0.80");
    }

    @Test
    void movingTheSliderMovesTheNumber() {
        var slider = slider(0.8);

        test(find(DecimalSlider.class).single()).setValue(-0.45);

        assertThat(slider.getValue()).isEqualTo(-0.45);
        assertThat(find(TextField.class).single().getValue()).isEqualTo("-0.45");
        assertThat(heard).containsExactly(-0.45);
    }

    @ParameterizedTest
    @CsvSource({"1.33, 1.33", "'0,5', 0.5", "−1, -1", "7, 2", "-2.5, -2", "0.333, 0.33", "much, 0.8", "'', 0.8"})
    void takesWhatIsTyped(String typed, double strength) {
        var slider = slider(0.8);

        test(find(TextField.class).single()).setValue(typed);

        assertThat(slider.getValue()).isEqualTo(strength);
    }

    @Test
    void putsTheLastNumberBackWhenNoneWasTyped() {
        slider(0.8);

        test(find(TextField.class).single()).setValue("much");

        assertThat(find(TextField.class).single().getValue()).isEqualTo("0.80");
        assertThat(heard).isEmpty();
    }

    @Test
    void refusesAStrengthBeyondItsEnds() {
        var slider = slider(1);

        assertThatIllegalArgumentException().isThrownBy(() -> slider.setValue(2.1));
        assertThatIllegalArgumentException().isThrownBy(() -> slider.setValue(Double.NaN));
    }

    @Test
    void bothOfItsPartsHaveItsName() {
        slider(1);

        assertThat(find(DecimalSlider.class).single().getAriaLabel()).hasValue("Strength of Ink");
        assertThat(find(TextField.class).single().getAriaLabel()).hasValue("Strength of Ink");
    }

    private StrengthSlider slider(double strength) {
        var slider = new StrengthSlider("Strength of Ink", strength);
        slider.addValueChangeListener(change -> heard.add(change.getValue()));
        UI.getCurrent().add(slider);
        return slider;
    }
}
