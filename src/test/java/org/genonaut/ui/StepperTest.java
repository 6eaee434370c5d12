package org.genonaut.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "org.genonaut.ui")
class StepperTest extends BrowserlessTest {

    private final Stepper images = new Stepper("Images", 1, 16, 4);

    @Test
    void takesWhatIsBeyondItsEndsToTheEnd() {
        UI.getCurrent().add(images);

        images.setValue(99);
        assertThat(images.getValue()).isEqualTo(16);
        images.setValue(-3);
        assertThat(images.getValue()).isEqualTo(1);
    }

    @Test
    void keepsItsNumberWhenItIsEmptied() {
        UI.getCurrent().add(images);

        images.clear();

        assertThat(images.getValue()).isEqualTo(4);
    }

    @Test
    void refusesToBeginOutsideItsRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stepper("Images", 1, 16, 0));
    }
}
