package org.genonaut.backend.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.genonaut.backend.BackendState;
import org.genonaut.backend.connection.Access;
import org.genonaut.backend.connection.StoredConnection;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.Connection;
import org.genonaut.comfyui.Pace;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.junit.jupiter.api.Test;

class HealthWatchTest {

    @Test
    void looksAgainAndTellsAgainWhenWhoeverIsToldFails() throws InterruptedException {
        var told = new Semaphore(0);
        try (var simulator = Simulator.start(SimulatorOptions.instant());
                var watch = watch(simulator, new Told(told))) {
            watch.start();
            assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

            watch.askNow();

            assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            assertThat(watch.seen()).isInstanceOf(BackendState.Up.class);
        }
    }

    /** Fails at each change. */
    private record Told(Semaphore told) implements HealthListener {

        @Override
        public void changed(BackendState.Look now) {
            told.release();
            throw new IllegalStateException("The database is away");
        }

        @Override
        public void restarted() {}

        @Override
        public void answered(ComfyUIClient comfyUI) {}
    }

    private static HealthWatch watch(Simulator simulator, HealthListener listener) {
        var connection = new StoredConnection(new UUID(7, 1), simulator.url(), StoredConnection.NO_SETTINGS, null);
        var access = Access.open(() -> Connection.to(simulator.url()), Pace.DEFAULT);
        return new HealthWatch(
                new Watches.Watched("Atlas", connection), access, new Probe(List.of()), Clock.systemUTC(), listener);
    }
}
