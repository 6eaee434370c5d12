package org.genonaut.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genonaut.chaos.Recovery.Busy;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");

    private final Recovery recovery = new Recovery();
    private final List<Busy> busy = new ArrayList<>(List.of(new Busy(at(0), at(100))));

    @Test
    void countsFromTheMendToTheNextJobOfThePart() {
        mended(Trouble.AWAY, 1, 3, 10);
        assertThat(lines(4, 12, 20)).containsExactly("recovery p95 2.0 s", "2.0 s after away");
    }

    @Test
    void doesNotCountTheTimeInWhichNobodyWantedAnything() {
        mended(Trouble.AWAY, 1, 3, 10);
        busy.clear();
        busy.addAll(List.of(new Busy(at(0), at(11)), new Busy(at(18), at(20)), new Busy(at(19), at(25))));
        assertThat(lines(22)).containsExactly("recovery p95 4.0 s", "4.0 s after away");
    }

    @Test
    void leavesOutWhatALaterTroubleDisturbed() {
        mended(Trouble.AWAY, 1, 3, 10);
        mended(Trouble.DATABASE, 0, 11, 14);
        mended(Trouble.KILL, 0, 11, 14);
        mended(Trouble.RESTART, 2, 15, 15);
        assertThat(lines(16))
                .containsExactly(
                        "recovery p95 2.0 s", "2.0 s after database", "2.0 s after kill", "1.0 s after restart");
    }

    @Test
    void saysSoWhereNothingWasMeasured() {
        mended(Trouble.AWAY, 1, 3, 10);
        assertThat(lines(4)).containsExactly("recovery p95 – s");
    }

    @Test
    void takesTheSlowestOfTwentyButOne() {
        for (int number = 0; number < 20; number++) {
            mended(Trouble.AWAY, number, 0, 50 - number);
        }
        assertThat(lines(60).getFirst()).isEqualTo("recovery p95 28.0 s");
    }

    private void mended(Trouble trouble, int target, int begun, int at) {
        var planned = new Planned(trouble, Duration.ZERO, target, Duration.ZERO, 0);
        recovery.mended(new Recovery.Mend(planned, trouble.word(), at(begun), at(at)));
    }

    private List<String> lines(int... finished) {
        var ends = Arrays.stream(finished).mapToObj(RecoveryTest::at).toList();
        return recovery.lines(planned -> ends, busy);
    }

    private static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }
}
