package org.genonaut.generation.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "9223372036854775807", "9223372036854775808", "18446744073709551615"})
    void keepsEveryUnsignedNumberExactly(String text) {
        assertThat(Seed.parse(text)).hasToString(text);
        assertThat(Seed.parse(text).value()).isEqualTo(new BigInteger(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "18446744073709551616", "1.5", "", "seed", "0x10", "1e3"})
    void refusesWhatIsNoSeed(String text) {
        assertThatThrownBy(() -> Seed.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("18446744073709551615");
    }

    @Test
    void beginsAnewAfterTheLargest() {
        assertThat(new Seed(-1).plus(1)).isEqualTo(new Seed(0));
    }
}
