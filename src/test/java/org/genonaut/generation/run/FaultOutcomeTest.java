package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;
import static org.genonaut.generation.run.Trials.awaitThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendUp;
import org.genonaut.backend.Fleet;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What a person's generation ends as when it meets a fault, in both dialects: nothing is lost and nothing is double. */
@WithMixedFleet
class FaultOutcomeTest {

    private static final int BATCH = 2;

    @Autowired
    private Trials trials;

    @Autowired
    private Servers servers;

    @Autowired
    private Fleet fleet;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Audit audit;

    static Stream<Arguments> plots() {
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> Plots.of(Servers.nameOf(dialect), Servers.checkpointOf(dialect))
                        .map(plot -> Arguments.of(dialect, plot)));
    }

    @AfterEach
    void recover() {
        for (var dialect : Dialect.values()) {
            var checkpoint = Servers.checkpointOf(dialect);
            DemoModels.all().stream()
                    .filter(model -> model.name().equals(checkpoint))
                    .forEach(servers.of(dialect).script().models()::add);
        }
        trials.recover();
        // A model that a server was seen to lack counts as there again only when the server is asked anew.
        fleet.backends().forEach(backend -> events.publishEvent(new BackendUp(backend.id())));
    }

    @ParameterizedTest
    @MethodSource("plots")
    void endsAsForeseenAndTheNextOneCompletes(Dialect dialect, Plot plot) {
        var maya = trials.newAccount();

        var id = play(plot, dialect, maya);
        var ended = trials.awaitEnd(maya, id);

        assertThat(outcomes(id)).isEqualTo(plot.attempts());
        assertThat(ended.status()).isEqualTo(plot.status());
        if (plot.sentence().isEmpty()) {
            assertThat(ended.error()).isNull();
        } else {
            assertThat(ended.error()).startsWith(plot.sentence());
        }
        assertThat(ended.failedJob().map(Generation.Job::failureKind)).isEqualTo(plot.kind());
        assertThat(ended.images()).hasSize(plot.status() == GenerationStatus.COMPLETED ? BATCH : 0);
        audit.check(ended);

        recover();
        var next = trials.awaitEnd(maya, trials.submit(maya, picture(dialect)));
        assertThat(next.status()).as("the next one: %s", next.error()).isEqualTo(GenerationStatus.COMPLETED);
        assertThat(next.images()).hasSize(BATCH);
        audit.check(next);
    }

    @Test
    void everyFaultHasAnOutcome() {
        assertThat(Plots.of("Any", "any").<Class<?>>map(plot -> plot.fault().getClass()))
                .containsAll(leaves(Fault.class).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(FaultOutcomeTest::leaves);
    }

    private static GenerationParametersBuilder picture(Dialect dialect) {
        return aGeneration().withCheckpoint(Servers.checkpointOf(dialect)).inBatchesOf(BATCH, 1);
    }

    private List<String> outcomes(GenerationId id) {
        return audit.attempts(id).stream()
                .map(attempt -> String.valueOf(attempt.outcome()))
                .toList();
    }

    private GenerationId play(Plot plot, Dialect dialect, AccountId maya) {
        var picture = picture(dialect);
        var server = servers.of(dialect);
        var faults = server.script().faults();
        if (plot.turn() == Plot.Turn.CANCELLED_WHILE_SAMPLING) {
            return cancelWhileSampling(plot, dialect, maya, picture);
        }
        if (plot.turn() == Plot.Turn.FRESHLY_STARTED) {
            server.script().restart();
        }
        var before = server.script().book().runs().size();
        plot.times()
                .ifPresentOrElse(times -> faults.switchOn(plot.fault(), times), () -> faults.switchOn(plot.fault()));
        var id = trials.submit(maya, picture);
        switch (plot.turn()) {
            case NONE, FRESHLY_STARTED -> {}
            case LIFTED_AFTER_SETBACK -> {
                trials.awaitSetback(id);
                faults.liftAll();
            }
            case LIFTED_WHEN_MADE -> {
                awaitThat(() -> server.script().book().runs().stream()
                        .skip(before)
                        .anyMatch(run -> run.outcome() == PromptRun.Outcome.SUCCESS));
                faults.liftAll();
            }
            case RESTARTED_WHEN_BEGUN -> {
                awaitThat(() -> server.script().book().runs().size() > before);
                server.script().restart();
            }
            case CANCELLED_WHILE_SAMPLING -> throw new IllegalStateException("Played before");
        }
        return id;
    }

    /** A newer server takes the one job back; to interrupt whatever runs is only for those that know no jobs. */
    private GenerationId cancelWhileSampling(
            Plot plot, Dialect dialect, AccountId maya, GenerationParametersBuilder picture) {
        var server = servers.of(dialect);
        server.script().faults().switchOn(plot.fault(), 1);
        var interrupted = Tripwire.at(server, "/interrupt");
        var cancelled = Tripwire.at(server, "/jobs/");
        var sampling = server.script().pauseAtStep(1);
        var id = trials.submit(maya, picture.sampledBy(Trials.ENDLESS));
        sampling.awaitReached();
        trials.cancel(maya, id);
        awaitThat(dialect.isNewer() ? cancelled::isTouched : interrupted::isTouched);
        sampling.release();
        var ended = trials.awaitEnd(maya, id);
        assertThat(interrupted.isTouched()).isEqualTo(!dialect.isNewer());
        return ended.id();
    }
}
