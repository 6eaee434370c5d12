package org.genonaut.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Who asks for what and when; follows from a seed alone. */
final class AskPlan {

    static final List<String> ACCOUNTS = List.of("ava", "ben", "cleo", "dan");

    private static final List<Integer> SIDES = List.of(192, 256, 320);
    private static final int LARGEST_COUNT = 4;
    private static final int USUAL_STEPS = 24;
    private static final int FEWEST_STEPS = 8;
    private static final int MOST_STEPS = 100;
    private static final double SPREAD = 0.5;
    private static final double CANCELLED = 0.06;
    private static final int LATEST_CANCEL = 2_500;

    private final Random lots;
    private final ChaosOptions options;

    AskPlan(ChaosOptions options) {
        this.options = options;
        // Other lots than those of the troubles, or the two would go in step.
        this.lots = new Random(~options.seed());
    }

    /** In order of time, with as many prompts as the run wants. */
    List<Ask> asks() {
        var asks = new ArrayList<Ask>();
        int jobs = 0;
        while (jobs < options.jobs()) {
            var at = Duration.ofMillis((long) (1_000 * jobs / options.rate()));
            var ask = ask(asks.size(), at, Math.min(1 + lots.nextInt(LARGEST_COUNT), options.jobs() - jobs));
            jobs += ask.batchCount();
            asks.add(ask);
        }
        return asks;
    }

    private Ask ask(int number, Duration at, int batchCount) {
        return new Ask(
                number,
                oneOf(ACCOUNTS),
                at,
                lots.nextInt(options.nodes()),
                oneOf(Simulators.CHECKPOINTS),
                oneOf(SIDES),
                oneOf(SIDES),
                batchCount,
                1 + lots.nextInt(2),
                Math.clamp((long) (USUAL_STEPS * Math.exp(SPREAD * lots.nextGaussian())), FEWEST_STEPS, MOST_STEPS),
                lots.nextLong(Long.MAX_VALUE),
                lots.nextDouble() < CANCELLED
                        ? Optional.of(Duration.ofMillis(lots.nextInt(LATEST_CANCEL)))
                        : Optional.empty());
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(lots.nextInt(choices.size()));
    }
}
