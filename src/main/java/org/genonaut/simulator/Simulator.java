package org.genonaut.simulator;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.genonaut.simulator.book.PromptBook;
import org.genonaut.simulator.control.ControlServer;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.fault.SwitchedOn;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.image.ImageFolders;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.run.Interventions;
import org.genonaut.simulator.time.SimulatorTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A look-alike of a ComfyUI server on a loopback port; tells in {@code /system_stats} that it is not a real one. */
public final class Simulator implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Simulator.class);

    private final SimulatorOptions options;
    private final SimulatorTime time;
    private final ModelShelf models;
    private final ImageFolders folders;
    private final NodeTypes types;
    private final PromptBook book = new PromptBook();
    private final FaultBoard faults;
    private final Interventions worker;
    private final SimulatorScript script;
    private volatile ServerProcess process;
    private final int port;
    private final Optional<ControlServer> control;

    private Simulator(SimulatorOptions options, UnaryOperator<Interventions> watched) {
        this.options = options;
        this.time = options.manualTime() ? SimulatorTime.manual() : SimulatorTime.scaled(options.speed());
        this.models = new ModelShelf(options.models());
        this.folders = new ImageFolders();
        this.types =
                new NodeTypes(options.dialect(), list -> list.equals("input") ? folders.inputs() : models.names(list));
        this.faults = new FaultBoard(new EffectsOnServer());
        var pauses = new Pauses();
        this.worker = watched.apply(new WorkerScript(this, pauses, faults, book, time, models, folders));
        this.script = new SimulatorScript(pauses, faults, book, models, time);
        this.process = newProcess();
        try {
            this.port = process.listen(options.port());
            this.control = options.controlPort().isPresent()
                    ? Optional.of(ControlServer.start(options.controlPort().getAsInt(), faults, book, models, time))
                    : Optional.empty();
        } catch (RuntimeException e) {
            process.close();
            folders.close();
            throw e;
        }
        log.info("Simulator {} listens at {}", options.name(), url());
    }

    /** Starts one with the {@linkplain SimulatorOptions#defaults() defaults} on any free port. */
    public static Simulator start() {
        return start(SimulatorOptions.defaults());
    }

    /**
     * Starts one; it answers when this returns.
     *
     * @throws java.io.UncheckedIOException if something else listens at its port or its control port
     */
    public static Simulator start(SimulatorOptions options) {
        return start(options, script -> script);
    }

    /** Starts one whose worker is watched by something beside its script. */
    static Simulator start(SimulatorOptions options, UnaryOperator<Interventions> watched) {
        return new Simulator(options, watched);
    }

    private ServerProcess newProcess() {
        return new ServerProcess(options, models, types, folders, worker, faults, time);
    }

    /** Where it listens, with a path of {@code /}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Where its control API listens, with a path of {@code /}; empty if it was not asked for. */
    public Optional<URI> controlUrl() {
        return control.map(ControlServer::url);
    }

    public String name() {
        return options.name();
    }

    public SimulatorScript script() {
        return script;
    }

    /** Not synchronized: the worker does this while a restart waits for it. */
    void dropSockets() {
        process.dropSockets();
    }

    synchronized void restart() {
        process.close();
        book.serverEnded();
        faults.serverRestarts();
        folders.wipeTemp();
        process = newProcess();
        process.listen(port);
    }

    /** Stops it at once and deletes its pictures. */
    @Override
    public synchronized void close() {
        control.ifPresent(ControlServer::close);
        process.close();
        book.serverEnded();
        folders.close();
    }

    private final class EffectsOnServer implements FaultBoard.Effects {
        @Override
        public void begin(SwitchedOn entry) {
            var andWhatIsOpen = entry.left().isEmpty();
            switch (entry.fault()) {
                case Fault.DropSockets drop -> {
                    if (drop.isImmediate()) {
                        dropSockets();
                    }
                }
                case Fault.Restart restart -> {
                    if (restart.isImmediate()) {
                        restart();
                    }
                }
                case Fault.HalfOpenTcp halfOpen -> {
                    if (andWhatIsOpen) {
                        process.freezeConnections();
                    }
                }
                case Fault.DeafSocket deaf -> {
                    if (andWhatIsOpen) {
                        process.deafenSockets();
                    }
                }
                case Fault.RefuseConnections refuse -> process.refuseConnections();
                case Fault.StalledReader stalled -> process.stallSockets();
                case Fault.ZombieWorker zombie -> log.debug("The worker of simulator {} will die", options.name());
                case Fault.OnOccasion later -> log.debug("{} awaits its occasion", later);
            }
        }

        @Override
        public void end(SwitchedOn entry) {
            if (entry.fault() instanceof Fault.StalledReader && !faults.isOn(Fault.StalledReader.class)) {
                process.resumeSockets();
            }
            if (entry.fault() instanceof Fault.RefuseConnections && !faults.isOn(Fault.RefuseConnections.class)) {
                process.listen(port);
            }
        }
    }
}
