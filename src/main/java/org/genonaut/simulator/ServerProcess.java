package org.genonaut.simulator;

import java.util.concurrent.atomic.AtomicBoolean;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.image.ImageFolders;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.route.Routes;
import org.genonaut.simulator.route.ServerFacts;
import org.genonaut.simulator.run.Engine;
import org.genonaut.simulator.run.Interventions;
import org.genonaut.simulator.time.SimulatorTime;
import org.genonaut.simulator.wire.HttpServer;
import org.genonaut.simulator.wire.Sockets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that a server holds in memory, and so loses when it restarts. */
final class ServerProcess implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);

    private final String name;
    private final HttpServer server;
    private final Sockets sockets;
    private final Engine engine;
    private final Routes routes;
    private final AtomicBoolean crashed = new AtomicBoolean();

    ServerProcess(
            SimulatorOptions options,
            ModelShelf models,
            NodeTypes types,
            ImageFolders folders,
            Interventions interventions,
            FaultBoard faults,
            SimulatorTime time) {
        var facts = new ServerFacts(
                options.name(), options.dialect(), options.strictIds(), options.previews(), options.largestBody());
        this.name = options.name();
        this.server = new HttpServer(facts, faults, time);
        this.sockets = new Sockets(server.loop(), faults, this::crash);
        this.engine = new Engine(
                new Engine.Settings(options.name(), options.dialect(), time, options.previews()),
                models,
                types,
                folders,
                sockets,
                interventions);
        this.routes = new Routes(facts, engine, models, types, folders);
        engine.start();
    }

    int listen(int port) {
        return server.listen(port, routes, engine, sockets);
    }

    void refuseConnections() {
        server.stopListening();
        server.cutConnections();
    }

    void dropSockets() {
        server.cutSockets();
    }

    void freezeConnections() {
        server.freezeConnections();
    }

    void deafenSockets() {
        sockets.deafen();
    }

    void stallSockets() {
        sockets.stall();
    }

    void resumeSockets() {
        sockets.resume();
    }

    /** Ends without a word, as a process does whose event loop broke; only a restart helps. */
    private void crash() {
        if (crashed.compareAndSet(false, true)) {
            log.info("Simulator {} crashed: an event was for a client id that is no text", name);
            // The event loop, which calls this, cannot wait for its own connections to end.
            Thread.ofVirtual().name("simulator-" + name + "-crash").start(() -> {
                refuseConnections();
                engine.close();
            });
        }
    }

    @Override
    public void close() {
        server.close();
        engine.close();
    }
}
