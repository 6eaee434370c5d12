package org.genonaut.generation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.genonaut.catalog.ModelFamily;
import org.genonaut.generation.ui.Shape.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    @ParameterizedTest
    @CsvSource({
        "TALL, SDXL, 768, 1344",
        "PORTRAIT, SDXL, 832, 1216",
        "SQUARE, SDXL, 1024, 1024",
        "LANDSCAPE, SDXL, 1216, 832",
        "WIDE, SDXL, 1344, 768",
        "SQUARE, SD15, 512, 512",
        "LANDSCAPE, SD15, 576, 384"
    })
    void suggestsTheSizesThatAFamilyWasTrainedOn(Shape shape, ModelFamily family, int width, int height) {
        assertThat(shape.sizeFor(family)).isEqualTo(new Size(width, height));
    }

    @Test
    void knowsAShapeByItsSize() {
        assertThat(Shape.of(1216, 832, ModelFamily.SDXL)).contains(Shape.LANDSCAPE);
        assertThat(Shape.of(1000, 832, ModelFamily.SDXL)).isEmpty();
    }
}
