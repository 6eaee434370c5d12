package org.genonaut.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.genonaut.backend.connection.Access;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.Connection;
import org.genonaut.comfyui.Pace;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

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
    private record Told(Semaphore told) implements HealthWatch.Listener {

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

    private static HealthWatch watch(Simulator simulator, HealthWatch.Listener listener) {
        var clock = Clock.systemUTC();
        var backend = new StoredBackend("Atlas", simulator.url(), BackendOrigin.CONFIG, clock.instant());
        ReflectionTestUtils.setField(backend, "id", new UUID(7, 1));
        var access = Access.open(() -> Connection.to(simulator.url()), Pace.DEFAULT);
        return new HealthWatch(backend, access, new Probe(List.of()), clock, listener);
    }
}
