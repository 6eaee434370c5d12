package org.genonaut.simulator;

import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.run.Engine;
import org.genonaut.simulator.run.ImageFolders;
import org.genonaut.simulator.run.Interventions;
import org.genonaut.simulator.time.SimulatorTime;
import org.genonaut.simulator.wire.HttpServer;
import org.genonaut.simulator.wire.Routes;
import org.genonaut.simulator.wire.ServerFacts;
import org.genonaut.simulator.wire.Sockets;

/** All that a server holds in memory, and so loses when it restarts. */
final class ServerProcess implements AutoCloseable {
    private final HttpServer server;
    private final Sockets sockets;
    private final Engine engine;
    private final Routes routes;

    ServerProcess(
            SimulatorOptions options,
            ModelShelf models,
            NodeTypes types,
            ImageFolders folders,
            Interventions interventions,
            FaultBoard faults,
            SimulatorTime time) {
        var facts = new ServerFacts(options.name(), options.device(), options.vram(), options.largestBody());
        this.server = new HttpServer(facts, faults, time);
        this.sockets = new Sockets(server.loop(), faults);
        this.engine = new Engine(
                new Engine.Settings(options.name(), time, options.previews()),
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

    @Override
    public void close() {
        server.close();
        engine.close();
    }
}
