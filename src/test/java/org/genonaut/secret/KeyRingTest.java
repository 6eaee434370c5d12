package org.genonaut.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    /** Of a length that base64 fills to the last bit, so that every character counts. */
    private static final String TEXT = "grün: topsecrets";

    private final KeyRing ring = ring(1);

    @Test
    void opensWhatItSealed() {
        var sealed = ring.seal(TEXT, "row 1");

        assertThat(ring.open(sealed, "row 1")).isEqualTo(TEXT);
        assertThat(sealed).matches("v1\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]+").doesNotContain("topsecret");
        assertThat(ring.open(ring.seal("", "row 1"), "row 1")).isEmpty();
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(ring.seal(TEXT, "row 1")).isNotEqualTo(ring.seal(TEXT, "row 1"));
    }

    @Test
    void opensNothingInAnotherPlace() {
        assertThatThrownBy(() -> ring.open(ring.seal(TEXT, "row 1"), "row 2"))
                .isInstanceOf(SecretException.NotOpened.class);
    }

    @Test
    void noticesEveryChangedCharacter() {
        var sealed = ring.seal(TEXT, "row 1");
        for (int at = 0; at < sealed.length(); at++) {
            var changed = new StringBuilder(sealed);
            changed.setCharAt(at, sealed.charAt(at) == 'x' ? 'y' : 'x');
            assertThatThrownBy(() -> ring.open(changed.toString(), "row 1"))
                    .as(changed.toString())
                    .isInstanceOf(SecretException.NotOpened.class)
                    .hasMessageNotContaining("topsecret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "topsecret", "v1..", "v1.72cd6e84.", "v1.72cd6e84.!!", "v1.72cd6e84.AAAA", "a.b.c.d"})
    void refusesWhatNobodySealed(String sealed) {
        assertThatThrownBy(() -> ring.open(sealed, "row 1"))
                .isInstanceOf(SecretException.NotOpened.class)
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void opensWithAnOlderKeyAndSealsWithTheFirst() {
        var old = ring(1).seal(TEXT, "row 1");
        var rotated = ring(2, 1);

        assertThat(rotated.open(old, "row 1")).isEqualTo(TEXT);
        assertThat(rotated.isCurrent(old)).isFalse();

        var renewed = rotated.seal(TEXT, "row 1");
        assertThat(rotated.isCurrent(renewed)).isTrue();
        assertThat(ring(2).open(renewed, "row 1")).isEqualTo(TEXT);
    }

    @Test
    void saysWhichKeyIsLost() {
        var sealed = ring(1).seal(TEXT, "row 1");

        assertThatThrownBy(() -> ring(2).open(sealed, "row 1"))
                .isInstanceOf(SecretException.NotOpened.class)
                .hasMessageContaining(sealed.split("\\.")[1]);
    }

    @Test
    void doesNotTakeAnotherKeyForTheOneThatIsNamed() {
        var parts = ring(1).seal(TEXT, "row 1").split("\\.");
        var other = ring(2).seal(TEXT, "row 1").split("\\.");

        assertThatThrownBy(() -> ring(2, 1).open("v1." + other[1] + "." + parts[2], "row 1"))
                .isInstanceOf(SecretException.NotOpened.class);
    }

    @Test
    void saysWhyItCannotSealWithoutAKey() {
        var empty = KeyRing.none("There is no key");

        assertThatThrownBy(() -> empty.seal(TEXT, "row 1"))
                .isInstanceOf(SecretException.NoKey.class)
                .hasMessage("There is no key");
        assertThatThrownBy(() -> empty.open(ring.seal(TEXT, "row 1"), "row 1"))
                .isInstanceOf(SecretException.NotOpened.class)
                .hasMessage("There is no key");
        assertThat(empty.isCurrent(ring.seal(TEXT, "row 1"))).isFalse();
    }

    private static KeyRing ring(int... keys) {
        return KeyRing.of(Arrays.stream(keys)
                .mapToObj(key -> SealingKey.ofBase64(TestSecrets.key(key)))
                .toList());
    }
}
