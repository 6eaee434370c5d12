package org.genonaut.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageKeyTest {

    @Test
    void putsAnImageIntoTheFolderOfItsDay() {
        var image = UUID.fromString("01935f3a-0000-7000-8000-000000000001");

        var key = ImageKey.of(LocalDate.of(2026, 11, 2), image, ImageFormat.JPEG);

        assertThat(key.value()).isEqualTo("2026/11/02/01935f3a-0000-7000-8000-000000000001.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "/",
                "a/",
                "/a",
                "a//b",
                "../a",
                "a/../b",
                "a/..",
                "./a",
                "a/.hidden",
                "a/b.",
                "a/b..c",
                "C:a",
                "C:\\a",
                "a\\b",
                "..\\a",
                "a\u0000.png",
                "a b",
                "a\n",
                "ä.png",
                "~/a",
                "a%2fb",
                "a:b",
                "a*",
                "\uFF0E\uFF0E/a"
            })
    void refusesWhatCouldLeaveTheFolderOrConfuseAFileSystem(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageKey(value));
    }

    @Test
    void refusesOverlongKeysAndNames() {
        assertThat(new ImageKey("a".repeat(100)).value()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageKey("a".repeat(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageKey("a/".repeat(100) + "a"));
    }

    @Test
    void neverRepeatsAHostileValueInItsMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageKey("..\u001b[31m"))
                .withMessage("Not an image key");
    }
}
