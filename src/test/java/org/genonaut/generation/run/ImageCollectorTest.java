package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.genonaut.comfyui.OutputImage;
import org.junit.jupiter.api.Test;

class ImageCollectorTest {

    @Test
    void takesNoMoreThanTheBatchThatWasAskedFor() {
        assertThat(ImageCollector.wanted(files(300), 2)).isEqualTo(files(2));
        assertThat(ImageCollector.wanted(files(1), 2)).isEqualTo(files(1));
    }

    private static List<OutputImage> files(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new OutputImage(number + ".png", "", "output"))
                .toList();
    }
}
