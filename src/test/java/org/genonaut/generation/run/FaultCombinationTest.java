package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;
import static org.genonaut.generation.run.MixedFleet.ANYWHERE;
import static org.genonaut.generation.run.Trials.awaitThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.genonaut.account.AccountId;
import org.genonaut.comfyui.Timeouts;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationParametersBuilder;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.run.MixedFleet.Servers;
import org.genonaut.simulator.book.PromptRun;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.models.DemoModels;
import org.genonaut.simulator.protocol.Dialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Several things go wrong at once, or at the place where it hurts most. */
@WithMixedFleet
class FaultCombinationTest {

    private static final Timeouts PATIENT =
            new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(1500), Duration.ofMinutes(10));
    private static final Timeouts SHORT_ANSWERS =
            new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMinutes(10));

    @Autowired
    private Trials trials;

    @Autowired
    private Servers servers;

    @Autowired
    private Audit audit;

    private AccountId maya;

    @BeforeEach
    void aMember() {
        maya = trials.newAccount();
    }

    @AfterEach
    void recover() {
        DemoModels.all().stream()
                .filter(model -> model.name().equals(ANYWHERE))
                .forEach(servers.older().script().models()::add);
        trials.recover();
        trials.allow(PATIENT);
    }

    @ParameterizedTest
    @EnumSource
    void madeOnceMoreWhenARestartSwallowsWhatWasMadeUnseen(Dialect dialect) {
        var script = servers.of(dialect).script();
        script.faults().switchOn(new Fault.DropSockets(1));
        script.faults().switchOn(new Fault.HistoryHeld());
        var before = script.book().runs().size();

        var id = trials.submit(maya, at(dialect));
        awaitThat(() ->
                script.book().runs().stream().skip(before).anyMatch(run -> run.outcome() == PromptRun.Outcome.SUCCESS));
        script.restart();
        var ended = trials.awaitEnd(maya, id);

        assertThat(outcomes(id)).containsExactly("lost", "success");
        assertThat(script.book().runs().stream().skip(before)).hasSize(2);
        assertThat(ended.images()).hasSize(1);
        audit.check(ended);
    }

    @ParameterizedTest
    @EnumSource
    void isPostedOnceWhenAnErrorHidesThatItArrivedAndAnswersAreSlow(Dialect dialect) {
        var faults = servers.of(dialect).script().faults();
        faults.switchOn(new Fault.ErrorAfterEnqueue(), 1);
        faults.switchOn(new Fault.Latency(Duration.ofMillis(100), "/history"));
        faults.switchOn(new Fault.Latency(Duration.ofMillis(100), "/queue"));

        var ended = trials.awaitEnd(maya, trials.submit(maya, at(dialect)));

        assertThat(outcomes(ended.id())).containsExactly("success");
        assertThat(ended.images()).hasSize(1);
        audit.check(ended);
    }

    @ParameterizedTest
    @EnumSource
    void aCancelWinsOverASlowInterruptAndKeepsWhatWasMade(Dialect dialect) {
        var server = servers.of(dialect);
        // Who knows how soon such a run is over has the next one ready in time.
        trials.awaitEnd(maya, trials.submit(maya, at(dialect).sampledBy(Trials.ENDLESS)));
        var first = server.script().pauseAtStep(1);
        var second = server.script().pauseAtStep(1);
        server.script().faults().switchOn(new Fault.SlowInterrupt(Duration.ofMillis(200)), 1);
        var stop = Tripwire.at(server, dialect.isNewer() ? "/jobs/" : "/interrupt");
        var before = server.script().receivedPrompts().size();

        var id = trials.submit(maya, at(dialect).inBatchesOf(1, 4).sampledBy(Trials.ENDLESS));
        first.awaitReached();
        first.release();
        second.awaitReached();
        awaitThat(() -> trials.find(maya, id).images().size() == 1);
        // One was made, one runs, one is ready at the server, and one waits with us.
        awaitThat(() -> server.script().receivedPrompts().size() == before + 3);
        trials.cancel(maya, id);
        awaitThat(stop::isTouched);
        second.release();
        var ended = trials.awaitEnd(maya, id);

        assertThat(ended.status()).isEqualTo(GenerationStatus.CANCELLED);
        assertThat(ended.error()).isNull();
        assertThat(ended.jobs())
                .extracting(Generation.Job::status)
                .containsExactlyInAnyOrder("completed", "cancelled", "cancelled", "cancelled");
        assertThat(ended.images()).hasSize(1);
        audit.check(ended);
    }

    @Test
    void leavesABackendWhoseConnectionsAreHalfOpen() {
        trials.allow(SHORT_ANSWERS);
        servers.older().script().faults().switchOn(new Fault.HalfOpenTcp());

        var ended = trials.awaitEnd(maya, trials.submit(maya, anywhere()));

        assertThat(ended.status()).as(ended.error()).isEqualTo(GenerationStatus.COMPLETED);
        assertThat(ways(ended.id())).containsExactly(tuple("Atlas", "unreachable"), tuple("Borealis", "success"));
        awaitThat(() -> !trials.isUp("Atlas"));
        audit.check(ended);
    }

    @Test
    void waitsWhileAllBackendsAreAway() throws Exception {
        servers.all().forEach(server -> server.script().refuseConnections());

        var id = trials.submit(maya, anywhere());
        awaitThat(() -> trials.hurried(() -> !trials.isUp("Atlas") && !trials.isUp("Borealis")));
        awaitThat(() -> audit.attempts(id).stream().allMatch(Attempt::isOver));
        var spent = audit.attempts(id).size();
        for (var turn = 0; turn < 20; turn++) {
            trials.hurried(() -> id);
        }

        assertThat(trials.find(maya, id).status().isOpen()).isTrue();
        assertThat(audit.attempts(id)).hasSize(spent).hasSizeLessThanOrEqualTo(2);

        servers.all().forEach(server -> server.script().acceptConnections());
        var ended = trials.awaitEnd(maya, id);
        assertThat(ended.status()).as(ended.error()).isEqualTo(GenerationStatus.COMPLETED);
        audit.check(ended);
    }

    @Test
    void anotherBackendTakesWhatOneLoses() {
        servers.older().script().faults().switchOn(new Fault.Restart(1));
        servers.newer().script().faults().switchOn(new Fault.DropSockets(1));

        var ended = trials.awaitEnd(maya, trials.submit(maya, anywhere().inBatchesOf(2, 6)));

        assertThat(ended.status()).as(ended.error()).isEqualTo(GenerationStatus.COMPLETED);
        assertThat(ended.images()).hasSize(12);
        assertThat(outcomes(ended.id())).contains("lost").isSubsetOf("lost", "success", "unreachable");
        audit.check(ended);
    }

    private static GenerationParametersBuilder at(Dialect dialect) {
        return aGeneration().withCheckpoint(Servers.checkpointOf(dialect));
    }

    private static GenerationParametersBuilder anywhere() {
        return aGeneration().withCheckpoint(ANYWHERE);
    }

    private List<Tuple> ways(GenerationId id) {
        return audit.attempts(id).stream()
                .map(attempt -> tuple(attempt.backend(), attempt.outcome()))
                .toList();
    }

    private List<String> outcomes(GenerationId id) {
        return audit.attempts(id).stream()
                .map(attempt -> String.valueOf(attempt.outcome()))
                .toList();
    }
}
