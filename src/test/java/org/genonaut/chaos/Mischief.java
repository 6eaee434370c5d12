package org.genonaut.chaos;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.fault.Fault;

/** Makes one trouble happen and mends it. */
final class Mischief {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Installation installation;
    private final Client client;
    private final Planned planned;

    Mischief(Installation installation, Client client, Planned planned) {
        this.installation = installation;
        this.client = client;
        this.planned = planned;
    }

    /**
     * Returns when everything answers again.
     *
     * @param mended told at the moment when we are done with it, which may be long before all is well again
     * @return what was not as it must be
     */
    Optional<String> happen(Mended mended) throws IOException, InterruptedException {
        return switch (planned.trouble()) {
            case KILL -> kill(List.of(node()), mended);
            case KILL_ALL -> kill(installation.nodes(), mended);
            case STOP -> stop(mended);
            case PAUSE -> lasting(node()::pause, node()::goOn, mended);
            case CLOCK ->
                lasting(() -> node().setClockWrong(error()), () -> node().setClockWrong(Duration.ZERO), mended);
            case DISK_FULL -> diskFull(mended);
            case DATABASE ->
                lasting(
                        () -> installation.database().stop(planned.flavour() > 0),
                        installation.database()::startAgain,
                        mended);
            case DROP_SOCKETS -> lasting(simulator().script()::dropSockets, Mischief::nothing, mended);
            case RESTART -> lasting(simulator().script()::restart, Mischief::nothing, mended);
            case ERROR_AFTER_ENQUEUE -> counted(new Fault.ErrorAfterEnqueue(), mended);
            case ANSWER_LOST -> counted(new Fault.AnswerLost(), mended);
            case ZOMBIE ->
                lasting(() -> switchOn(new Fault.ZombieWorker()), simulator().script()::restart, mended);
            case AWAY ->
                lasting(
                        () -> switchOn(new Fault.RefuseConnections()),
                        () -> lift(Fault.RefuseConnections.class),
                        mended);
            case LATE -> lasting(() -> switchOn(new Fault.HistoryHeld()), () -> lift(Fault.HistoryHeld.class), mended);
        };
    }

    /** Hears when a trouble was mended. */
    interface Mended {
        void at(Instant moment);
    }

    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    private static void nothing() {
        // It is over as soon as it has happened.
    }

    private Optional<String> lasting(Step begin, Step end, Mended mended) throws IOException, InterruptedException {
        begin.take();
        try {
            TimeUnit.MILLISECONDS.sleep(planned.lasting().toMillis());
        } finally {
            end.take();
        }
        mended.at(Instant.now());
        return Optional.empty();
    }

    private Optional<String> counted(Fault fault, Mended mended) throws IOException, InterruptedException {
        return lasting(
                () -> simulator().script().faults().switchOn(fault, 1 + planned.flavour()),
                () -> lift(fault.getClass()),
                mended);
    }

    private void switchOn(Fault fault) {
        simulator().script().faults().switchOn(fault);
    }

    private void lift(Class<? extends Fault> kind) {
        simulator().script().faults().lift(kind);
    }

    private Optional<String> kill(List<AppNode> nodes, Mended mended) throws IOException, InterruptedException {
        nodes.forEach(AppNode::kill);
        return startAgain(nodes, mended);
    }

    private Optional<String> stop(Mended mended) throws IOException, InterruptedException {
        var took = node().stop();
        var complaint = took.compareTo(LONGEST_STOP) > 0
                ? Optional.of("node " + node().name() + " took " + took.toMillis() + " ms to stop; see " + node().log())
                : Optional.<String>empty();
        startAgain(List.of(node()), mended);
        return complaint;
    }

    private Optional<String> startAgain(List<AppNode> nodes, Mended mended) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(planned.lasting().toMillis());
        for (var node : nodes) {
            node.startAgain();
        }
        mended.at(Instant.now());
        for (var node : nodes) {
            node.awaitReady(client);
        }
        return Optional.empty();
    }

    private Optional<String> diskFull(Mended mended) throws IOException, InterruptedException {
        return lasting(
                () -> {
                    for (var node : installation.nodes()) {
                        node.limitFiles();
                    }
                },
                () -> {
                    for (var node : installation.nodes()) {
                        node.unlimitFiles();
                    }
                },
                mended);
    }

    private Duration error() {
        return planned.flavour() == 0 ? HOUR.negated() : HOUR;
    }

    private AppNode node() {
        return installation.nodes().get(planned.target());
    }

    private Simulator simulator() {
        return installation.simulators().get(planned.target());
    }

    /** Such as "kill of node B for 1200 ms". */
    String words() {
        var of = switch (planned.trouble().part()) {
            case NODE -> " of node " + node().name();
            case ALL_NODES -> "";
            case SIMULATOR -> " of " + simulator().name();
        };
        return planned.trouble().word()
                + of
                + (planned.lasting().isZero() ? "" : " for " + planned.lasting().toMillis() + " ms");
    }
}
