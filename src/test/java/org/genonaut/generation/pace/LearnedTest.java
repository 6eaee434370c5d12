package org.genonaut.generation.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.genonaut.generation.queue.Measured;
import org.junit.jupiter.api.Test;

class LearnedTest {

    private static final PictureSize SQUARE = new PictureSize(1024, 1024, 1);

    private final Random random = new Random(7);

    @Test
    void learnsTheFixedPartFromWorksThatDiffer() {
        var learned = Learned.NOTHING;
        for (int i = 0; i < 60; i++) {
            double work = 5 + random.nextInt(60);
            learned = learned.after(run(2 + 0.2 * work), work, false, SQUARE);
        }

        var speed = learned.speed(Speed.Source.LEARNED_HERE);

        assertThat(speed.seconds(10)).isCloseTo(4, within(0.3));
        assertThat(speed.seconds(60)).isCloseTo(14, within(0.5));
        assertThat(speed.fixed()).isCloseTo(2, within(0.4));
    }

    @Test
    void takesTimeAsProportionalWhileAllWorksAreAlike() {
        var learned = Learned.NOTHING;
        for (int i = 0; i < 10; i++) {
            learned = learned.after(run(6), 30, false, SQUARE);
        }

        assertThat(learned.speed(Speed.Source.LEARNED_HERE).seconds(15)).isCloseTo(3, within(1e-6));
    }

    @Test
    void isNotWreckedByOneRunThatHung() {
        var learned = Learned.NOTHING;
        for (int i = 0; i < 12; i++) {
            learned = learned.after(run(6), 30, false, SQUARE);
        }

        var after = learned.after(run(600), 30, false, SQUARE);

        assertThat(after.speed(Speed.Source.LEARNED_HERE).seconds(30)).isBetween(6.0, 7.5);
    }

    @Test
    void followsACardThatWasExchanged() {
        var learned = Learned.NOTHING;
        for (int i = 0; i < 30; i++) {
            learned = learned.after(run(20), 30, false, SQUARE);
        }
        for (int i = 0; i < 40; i++) {
            learned = learned.after(run(4), 30, false, SQUARE);
        }

        assertThat(learned.speed(Speed.Source.LEARNED_HERE).seconds(30)).isCloseTo(4, within(0.5));
    }

    @Test
    void learnsTheLoadOnlyFromRunsThatLoaded() {
        var warm = Learned.NOTHING.after(new Measured(seconds(6.5), seconds(0.5), false), 30, false, SQUARE);
        assertThat(warm.load()).isEmpty();

        var cold = warm.after(new Measured(seconds(16), seconds(10), false), 30, true, SQUARE);

        assertThat(cold.load()).hasValue(seconds(10));
        assertThat(cold.speed(Speed.Source.LEARNED_HERE).seconds(30)).isBetween(6.0, 6.5);
    }

    @Test
    void measuresHowMuchRunsVary() {
        var steady = Learned.NOTHING;
        var wild = Learned.NOTHING;
        for (int i = 0; i < 200; i++) {
            steady = steady.after(run(6), 30, false, SQUARE);
            wild = wild.after(run(6 * Math.exp(0.4 * random.nextGaussian())), 30, false, SQUARE);
        }

        assertThat(steady.speed(Speed.Source.LEARNED_HERE).spread()).isLessThan(0.02);
        assertThat(wild.speed(Speed.Source.LEARNED_HERE).spread()).isBetween(0.25, 0.6);
    }

    @Test
    void remembersTheLargestPictures() {
        var learned = Learned.NOTHING
                .after(run(6), 30, false, SQUARE)
                .after(run(9), 60, false, new PictureSize(1024, 1024, 2))
                .after(run(6), 30, false, new PictureSize(1216, 832, 1));

        assertThat(learned.largest()).isEqualTo(new PictureSize(1024, 1024, 2));
    }

    private static Measured run(double seconds) {
        return new Measured(seconds(seconds), Duration.ZERO, false);
    }

    private static Duration seconds(double seconds) {
        return Speed.duration(seconds);
    }
}
