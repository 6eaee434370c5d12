package org.genonaut.simulator;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.run.ImageFolders;
import org.genonaut.simulator.run.Interventions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A look-alike of a ComfyUI server on a loopback port; tells in {@code /system_stats} that it is not a real one. */
public final class Simulator implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Simulator.class);

    private final SimulatorOptions options;
    private final ModelShelf models;
    private final ImageFolders folders;
    private final SimulatorScript script;
    private final NodeTypes types;
    private final Interventions interventions;
    private ServerProcess process;
    private final int port;

    private Simulator(SimulatorOptions options, UnaryOperator<Interventions> watched) {
        this.options = options;
        this.models = new ModelShelf(options.models());
        this.folders = new ImageFolders(options.diskSpace());
        this.types =
                new NodeTypes(options.dialect(), list -> list.equals("input") ? folders.inputs() : models.names(list));
        this.script = new SimulatorScript(this, models);
        this.interventions = watched.apply(script.interventions());
        this.process = newProcess();
        this.port = process.listen(options.port());
        log.info("Simulator {} listens at {}", options.name(), url());
    }

    /** Starts one with the {@linkplain SimulatorOptions#defaults() defaults} on any free port. */
    public static Simulator start() {
        return start(SimulatorOptions.defaults());
    }

    /** Starts one; it answers when this returns. */
    public static Simulator start(SimulatorOptions options) {
        return start(options, script -> script);
    }

    /** Starts one whose worker is watched by something beside its script. */
    static Simulator start(SimulatorOptions options, UnaryOperator<Interventions> watched) {
        return new Simulator(options, watched);
    }

    private ServerProcess newProcess() {
        return new ServerProcess(options, models, types, folders, interventions);
    }

    /** Where it listens, with a path of {@code /}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public String name() {
        return options.name();
    }

    public SimulatorScript script() {
        return script;
    }

    synchronized void refuseConnections() {
        process.refuseConnections();
    }

    synchronized void acceptConnections() {
        process.listen(port);
    }

    synchronized void dropSockets() {
        process.dropSockets();
    }

    synchronized void restart() {
        process.close();
        folders.wipeTemp();
        process = newProcess();
        process.listen(port);
    }

    /** Stops it at once and deletes its pictures. */
    @Override
    public synchronized void close() {
        process.close();
        folders.close();
    }
}
