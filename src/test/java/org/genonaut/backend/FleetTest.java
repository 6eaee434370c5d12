package org.genonaut.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.genonaut.ChangingFleetTest;
import org.genonaut.SignedInAs;
import org.genonaut.account.Role;
import org.genonaut.comfyui.PromptId;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChangingFleetTest
@SignedInAs(value = "fleet-admin", role = Role.ADMIN)
class FleetTest {

    @Autowired
    Fleet fleet;

    @Autowired
    BackendSettings settings;

    private final Simulator simulator = Simulator.start(SimulatorOptions.instant());
    private BackendId id;

    @BeforeEach
    void declare() {
        fleet.declare(BackendOrigin.FOUND, List.of(new BackendDeclaration("Ours", simulator.url())), "Not now.");
        id = fleet.backends().stream()
                .filter(backend -> backend.url().equals(simulated()))
                .findFirst()
                .orElseThrow()
                .id();
        await().atMost(Duration.ofSeconds(30)).until(() -> hurried().isUp());
    }

    @AfterEach
    void close() {
        fleet.declare(BackendOrigin.FOUND, List.of(), "The test is over.");
        if (fleet.backends().stream().anyMatch(backend -> backend.id().equals(id))) {
            settings.remove(id);
        }
        simulator.close();
    }

    @Test
    void leavesABackendAloneUntilThePromptThatStandsStillIsGone() throws Exception {
        simulator.script().faults().switchOn(new Fault.ZombieWorker());
        var stuck = RawPrompt.send(simulator.url());

        fleet.quarantine(id, stuck, "No step for 600 s");
        fleet.quarantine(id, PromptId.random(), "Told twice");

        assertThat(backend().takesJobs()).isFalse();
        assertThat(backend().state())
                .isInstanceOfSatisfying(
                        BackendState.Stuck.class,
                        state -> assertThat(state.reason()).isEqualTo("No step for 600 s"));
        assertThat(fleet.client(id).look(stuck).isOpen()).isTrue();

        simulator.script().restart();

        await().atMost(Duration.ofSeconds(30)).until(() -> hurried().takesJobs());
    }

    @Test
    void drainsAndEnablesAgain() {
        settings.drain(id, " for an update ");

        assertThat(backend().takesJobs()).isFalse();
        assertThat(backend().answers()).isTrue();
        assertThat(backend().state())
                .isInstanceOfSatisfying(
                        BackendState.Draining.class,
                        state -> assertThat(state.note()).isEqualTo("for an update"));

        fleet.declare(BackendOrigin.FOUND, List.of(new BackendDeclaration("Ours", simulator.url())), "Not now.");
        assertThat(backend().takesJobs()).as("a declaration is not an admin").isFalse();

        settings.enable(id);
        assertThat(backend().takesJobs()).isTrue();
    }

    @Test
    void bringsBackWhatWasRemovedWhenItsAddressIsAddedAgain() {
        settings.remove(id);

        assertThat(fleet.backends()).noneMatch(backend -> backend.id().equals(id));
        assertThat(fleet.find(id)).isPresent();

        var again = settings.add(new BackendDeclaration("Ours again", simulator.url()));
        assertThat(again).isEqualTo(id);
        assertThat(backend().origin()).isEqualTo(BackendOrigin.ADMIN);
        await().atMost(Duration.ofSeconds(30)).until(() -> hurried().takesJobs());
        settings.remove(id);
    }

    private Backend hurried() {
        fleet.suspect(id);
        return backend();
    }

    private Backend backend() {
        return fleet.find(id).orElseThrow();
    }

    private URI simulated() {
        return new BackendDeclaration("Any", simulator.url()).url();
    }
}
