package org.genonaut.backend.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.genonaut.backend.RawPrompt;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.Connection;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestartSignsTest {

    private final Simulator simulator = Simulator.start(SimulatorOptions.instant());
    private final ComfyUIClient comfyUI = new ComfyUIClient(Connection.to(simulator.url()));
    private final RestartSigns signs = new RestartSigns();

    @AfterEach
    void close() {
        comfyUI.close();
        simulator.close();
    }

    @Test
    void seesThatAServerForgotWhatItRan() throws Exception {
        assertThat(look(false)).isFalse();
        run();
        assertThat(look(false)).isFalse();
        run();
        assertThat(look(false)).as("a newer run is no restart").isFalse();

        simulator.script().restart();

        assertThat(look(false)).isTrue();
        assertThat(look(false)).as("told once").isFalse();
    }

    @Test
    void seesARestartBehindNewRuns() throws Exception {
        run();
        look(false);
        simulator.script().restart();
        run();

        assertThat(look(false)).isTrue();
    }

    @Test
    void takesAnEmptyServerThatWasAwayForANewOne() {
        look(false);

        assertThat(look(true)).isTrue();
        assertThat(look(false)).isFalse();
    }

    private boolean look(boolean wasAway) {
        return signs.show(comfyUI.server(), comfyUI.server().systemStats(), wasAway);
    }

    private void run() throws Exception {
        var before = comfyUI.server().newestRun();
        RawPrompt.send(simulator.url());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !comfyUI.server().newestRun().equals(before));
    }
}
