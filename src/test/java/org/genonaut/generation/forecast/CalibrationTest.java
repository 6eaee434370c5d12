package org.genonaut.generation.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private final Random random = new Random(5);
    private final Calibration calibration = new Calibration();

    @Test
    void holdsFourOfFiveWhateverTheMissesAre() {
        for (int run = 0; run < 1_000; run++) {
            calibration.learn(miss());
        }
        var bounds = calibration.bounds();

        int inside = 0;
        int insideOneThatBeginsNow = 0;
        for (int run = 0; run < 2_000; run++) {
            double miss = miss();
            inside += miss >= bounds.low() && miss <= bounds.high() ? 1 : 0;
            insideOneThatBeginsNow += miss <= bounds.alone() ? 1 : 0;
        }

        assertThat(inside / 2_000.0).isCloseTo(0.8, within(0.06));
        assertThat(insideOneThatBeginsNow / 2_000.0).isCloseTo(0.8, within(0.06));
    }

    @Test
    void beginsWithWhatIsUsual() {
        assertThat(calibration.bounds().low()).isBetween(-1.5, -0.8);
        assertThat(calibration.bounds().high()).isBetween(0.8, 1.5);
    }

    /** Others come in between: rather late than early, and more so than expected. */
    private double miss() {
        return 0.5 + 2 * random.nextGaussian();
    }
}
