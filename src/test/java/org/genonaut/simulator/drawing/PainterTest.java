package org.genonaut.simulator.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.figure.Figure;
import org.genonaut.simulator.drawing.place.Place;
import org.genonaut.simulator.drawing.scene.LoraStrength;
import org.genonaut.simulator.drawing.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PainterTest {

    private static final String CHECKPOINT = "sdxl/juggernautXL_v9.safetensors";
    private static final Scene LIGHTHOUSE = scene("lighthouse on a cliff, sunset", 1, 96, 64);

    @Test
    void drawsTheSamePixelsForTheSameScene() {
        assertThat(pixels(LIGHTHOUSE)).isEqualTo(pixels(LIGHTHOUSE));
    }

    @Test
    void drawsTheSamePixelsOnManyThreads() throws Exception {
        int[] alone = pixels(LIGHTHOUSE);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<int[]>> tasks = IntStream.range(0, 16)
                    .<Callable<int[]>>mapToObj(i -> () -> pixels(LIGHTHOUSE))
                    .toList();
            for (var result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        }
    }

    /** Chance and colour come from our own arithmetic: on every JVM these very numbers. */
    @Test
    void rollsAndMixesTheSameEverywhere() {
        var dice = new Dice(Dice.hash("genonaut"));

        assertThat(dice.below(1_000_000)).isEqualTo(245_267);
        assertThat(Ink.of(0xB5432F).mix(Ink.of(0x1F7A74), 0.4).rgb()).isEqualTo(0x8C614F);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mountains", "lighthouse", "forest", "city", "sea", "desert", "planet", "cat", "courtyard", "vase",
                "portrait", "koi", "car", "ship", "castle", "dragon", "tree", "flowers", "rainy street", "robot",
                "herbs", "abstract"
            })
    void drawsEachNounDifferently(String noun) {
        var others = List.of("mountains", "sea", "portrait", "abstract");

        for (String other : others) {
            if (!other.equals(noun)) {
                assertThat(pixels(scene(noun, 1, 48, 48))).isNotEqualTo(pixels(scene(other, 1, 48, 48)));
            }
        }
    }

    @Test
    void variesWithSeedCheckpointNegativePromptAndHour() {
        int[] picture = pixels(LIGHTHOUSE);

        assertThat(pixels(scene(LIGHTHOUSE.prompt(), 2, 96, 64))).isNotEqualTo(picture);
        assertThat(pixels(scene("lighthouse on a cliff, night", 1, 96, 64))).isNotEqualTo(picture);
        assertThat(pixels(with("flux1-dev-fp8.safetensors", "", List.of()))).isNotEqualTo(picture);
        assertThat(pixels(with(CHECKPOINT, "clouds", List.of()))).isNotEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "film_grain.safetensors",
                "ink_outline.safetensors",
                "glow.safetensors",
                "paper.safetensors",
                "wash.safetensors",
                "halftone.safetensors",
                "pixelart.safetensors",
                "char\\maomao.safetensors",
                "x"
            })
    void letsEachLoraLeaveATraceByItsStrength(String name) {
        int[] none = pixels(LIGHTHOUSE);
        int[] off = pixels(with(CHECKPOINT, "", List.of(new LoraStrength(name, 0))));
        int[] half = pixels(with(CHECKPOINT, "", List.of(new LoraStrength(name, 0.5))));
        int[] full = pixels(with(CHECKPOINT, "", List.of(new LoraStrength(name, 1))));

        assertThat(off).isEqualTo(none);
        assertThat(half).isNotEqualTo(none);
        assertThat(full).isNotEqualTo(half);
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "16, 16", "16, 700", "1500, 24", "832, 1216"})
    void drawsEverySizeAndShape(int width, int height) {
        for (Place place : Place.values()) {
            var picture = Painter.paint(scene(place.name().toLowerCase(Locale.ROOT), 3, width, height));

            assertThat(picture.getWidth()).isEqualTo(width);
            assertThat(picture.getHeight()).isEqualTo(height);
        }
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void drawsEveryFigureAtEveryPlace(Figure figure) {
        for (Place place : Place.values()) {
            String prompt = (figure + " " + place).toLowerCase(Locale.ROOT);

            assertThat(pixels(scene(prompt, 5, 40, 32))).hasSize(40 * 32);
        }
    }

    @Test
    void coversTheWholeSheet() {
        for (Place place : Place.values()) {
            var picture = Painter.paint(scene(place.name().toLowerCase(Locale.ROOT), 9, 90, 60));

            for (int[] corner : new int[][] {{0, 0}, {89, 0}, {0, 59}, {89, 59}}) {
                assertThat(picture.getRGB(corner[0], corner[1]) & 0xFFFFFF)
                        .as("%s at %s, %s", place, corner[0], corner[1])
                        .isNotZero();
            }
        }
    }

    @Test
    void acceptsAnyTextAndAnySeed() {
        var strange = new ArrayList<String>(List.of("", "   ", "(((", "日本の山", "🐉", "a".repeat(10_000), "\0%s%n"));

        for (String text : strange) {
            var scene = new Scene(
                    text,
                    text,
                    BigInteger.TWO.pow(64).subtract(BigInteger.ONE),
                    32,
                    32,
                    text,
                    List.of(new LoraStrength(text, -2)));
            assertThat(pixels(scene)).hasSize(32 * 32);
        }
    }

    @Test
    void refusesSizesAndStrengthsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> scene("sea", 1, 15, 64));
        assertThatIllegalArgumentException().isThrownBy(() -> scene("sea", 1, 64, 16385));
        assertThatIllegalArgumentException().isThrownBy(() -> new LoraStrength("a", Double.NaN));
    }

    private static Scene scene(String prompt, long seed, int width, int height) {
        return new Scene(prompt, "", BigInteger.valueOf(seed), width, height, CHECKPOINT, List.of());
    }

    private static Scene with(String checkpoint, String negativePrompt, List<LoraStrength> loras) {
        return new Scene(LIGHTHOUSE.prompt(), negativePrompt, BigInteger.ONE, 96, 64, checkpoint, loras);
    }

    private static int[] pixels(Scene scene) {
        BufferedImage picture = Painter.paint(scene);
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }
}
