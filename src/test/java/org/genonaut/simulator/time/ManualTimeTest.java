package org.genonaut.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManualTimeTest {
    private final ManualTime time = SimulatorTime.manual();

    @Test
    void standsStillUntilItIsAdvanced() {
        assertThat(time.now()).isZero();
        time.advance(Duration.ofSeconds(2));
        time.advance(Duration.ofSeconds(3));
        assertThat(time.now()).isEqualTo(Duration.ofSeconds(5));
        assertThatIllegalArgumentException().isThrownBy(() -> time.advance(Duration.ofSeconds(-1)));
    }

    @Test
    void runsWhatFallsDueInItsOrder() {
        var ran = new ArrayList<String>();
        time.later(Duration.ofSeconds(3), () -> ran.add("third"));
        time.later(Duration.ofSeconds(2), () -> ran.add("second"));
        time.later(Duration.ofSeconds(4), () -> ran.add("never"));
        time.later(Duration.ZERO, () -> ran.add("first"));
        time.advance(Duration.ofSeconds(3));
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void holdsWhoWaitsForAMoment() {
        var passed = CompletableFuture.runAsync(() -> {
            try {
                time.await(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        time.awaitWaiting(1);
        time.advance(Duration.ofMillis(999));
        assertThat(passed).isNotDone();
        time.advance(Duration.ofMillis(1));
        assertThat(passed.orTimeout(20, TimeUnit.SECONDS).join()).isNull();
    }

    @Test
    void doesNotHoldWhoWaitsForThePast() throws InterruptedException {
        time.advance(Duration.ofSeconds(1));
        time.await(Duration.ofSeconds(1));
        assertThat(time.ofWork(0.18)).isEqualTo(Duration.ofMillis(180));
    }

    @Test
    void scalesOnlyWorkWhereItFollowsTheWallClock() {
        assertThat(SimulatorTime.scaled(4).ofWork(2)).isEqualTo(Duration.ofMillis(500));
        assertThatIllegalArgumentException().isThrownBy(() -> SimulatorTime.scaled(0));
    }
}
