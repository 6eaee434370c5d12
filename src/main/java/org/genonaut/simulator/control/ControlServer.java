package org.genonaut.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.genonaut.simulator.book.PromptBook;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.time.SimulatorTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The control API of one simulator on a loopback port of its own, which outlives the restarts of the server. */
public final class ControlServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ControlServer.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Command> commands = new ArrayList<>();

    private ControlServer(int port, List<Command> commands) throws IOException {
        this.commands.add(new Command("GET", "/", "What this API can do.", (rest, body) -> describe()));
        this.commands.addAll(commands);
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     * @throws UncheckedIOException if something else listens there
     */
    public static ControlServer start(
            int port, FaultBoard faults, PromptBook book, ModelShelf models, SimulatorTime time) {
        var commands = new ArrayList<Command>();
        commands.addAll(new FaultCommands(faults).all());
        commands.addAll(new BookCommands(book).all());
        commands.addAll(new ModelCommands(models).all());
        commands.addAll(new TimeCommands(time).all());
        try {
            var control = new ControlServer(port, commands);
            control.server.start();
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen at 127.0.0.1:" + port, e);
        }
    }

    /** Where it listens, with a path of {@code /}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private JsonNode describe() {
        var answer = JsonNodeFactory.instance.arrayNode();
        commands.forEach(command -> answer.addObject()
                .put("call", command.method() + " " + command.path())
                .put("says", command.says()));
        return answer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange, 200, run(exchange));
            } catch (Refusal e) {
                answer(exchange, e.status(), error(e));
            } catch (IllegalArgumentException e) {
                answer(exchange, 400, error(e));
            } catch (RuntimeException e) {
                log.warn("A command of the control API broke", e);
                answer(exchange, 500, error(e));
            }
        }
    }

    private JsonNode run(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Origin")) {
            throw Refusal.forbidden("This API is for tools, not for pages in a browser");
        }
        var path = exchange.getRequestURI().getPath();
        var here = commands.stream()
                .filter(command -> command.restOf(path).isPresent())
                .toList();
        if (here.isEmpty()) {
            throw Refusal.notFound("There is no " + path + "; GET / lists what there is");
        }
        var chosen = here.stream()
                .filter(command -> command.method().equals(exchange.getRequestMethod()))
                .findFirst()
                .orElseThrow(() -> Refusal.notAllowed(
                        path + " takes " + here.stream().map(Command::method).collect(Collectors.joining(", "))));
        var body = Body.read(exchange.getRequestBody().readAllBytes());
        return chosen.action().run(chosen.restOf(path).orElseThrow(), body);
    }

    private static JsonNode error(RuntimeException e) {
        return JsonNodeFactory.instance.objectNode().put("error", String.valueOf(e.getMessage()));
    }

    private static void answer(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        var body = Body.write(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
