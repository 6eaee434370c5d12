package org.genonaut.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long it took after each trouble until the part that it had hit finished a job again.
 *
 * <p>Time in which nobody wanted anything does not count. A trouble that was followed by another before that job is left
 * out: the later one is measured.
 */
final class Recovery {

    private static final double SHARE = 0.95;

    private final List<Mend> mends = new ArrayList<>();

    /** One trouble that is over. */
    record Mend(Planned planned, String words, Instant begun, Instant at) {

        /** Whether it hit the part that the other hit, too. */
        private boolean concerns(Mend other) {
            return switch (planned.trouble().part()) {
                case ALL_NODES -> true;
                case NODE, SIMULATOR ->
                    planned.trouble().part() == other.planned().trouble().part()
                            && planned.target() == other.planned().target();
            };
        }
    }

    /** From when to when something was open. */
    record Busy(Instant from, Instant until) {}

    private record Took(String words, Duration time) {}

    synchronized void mended(Mend mend) {
        mends.add(mend);
    }

    /**
     * The slowest first.
     *
     * @param finished when the part of a trouble finished its jobs
     * @param busy when each job was open
     */
    private synchronized List<Took> times(Function<Planned, List<Instant>> finished, Collection<Busy> busy) {
        return mends.stream()
                .flatMap(mend -> finished.apply(mend.planned()).stream()
                        .filter(end -> !end.isBefore(mend.at()))
                        .min(Comparator.naturalOrder())
                        .filter(end -> mends.stream().noneMatch(other -> disturbs(other, mend, end)))
                        .map(end -> new Took(mend.words(), Duration.between(start(mend, end, busy), end)))
                        .stream())
                .sorted(Comparator.comparing(Took::time).reversed())
                .toList();
    }

    private static boolean disturbs(Mend other, Mend mend, Instant end) {
        return other != mend
                && other.concerns(mend)
                && other.at().isAfter(mend.at())
                && other.begun().isBefore(end);
    }

    /** The moment when it was over, or later the moment since when there has been something to do without a break. */
    private static Instant start(Mend mend, Instant end, Collection<Busy> busy) {
        var start = end;
        for (var one : busy.stream()
                .filter(one -> one.from().isBefore(end))
                .sorted(Comparator.comparing(Busy::until).reversed())
                .toList()) {
            if (!one.until().isBefore(start) && one.from().isBefore(start)) {
                start = one.from();
            }
        }
        return start.isBefore(mend.at()) ? mend.at() : start;
    }

    /** What to print: the p95 first, then a line for each trouble that was measured. */
    List<String> lines(Function<Planned, List<Instant>> finished, Collection<Busy> busy) {
        var times = times(finished, busy);
        var lines = new ArrayList<String>();
        lines.add(p95(times).map(time -> "recovery p95 " + seconds(time) + " s").orElse("recovery p95 – s"));
        times.forEach(took -> lines.add(seconds(took.time()) + " s after " + took.words()));
        return lines;
    }

    private static Optional<Duration> p95(List<Took> slowestFirst) {
        int faster = (int) Math.ceil(SHARE * slowestFirst.size());
        return slowestFirst.isEmpty()
                ? Optional.empty()
                : Optional.of(slowestFirst.get(slowestFirst.size() - faster).time());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1_000.0);
    }
}
