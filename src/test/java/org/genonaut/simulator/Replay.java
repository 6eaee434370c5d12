package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Does to a simulator what was done to a real server, and compares what both answered and told. */
final class Replay {
    private final List<JsonNode> entries;
    private final TestClient client;
    private final TestSocket witness;
    private final Turnstile turnstile;
    private final RecordedSteps steps;
    private final RecordedForm form = new RecordedForm();
    private final RecordedRequests requests;
    private final Map<String, TestSocket> sockets = new HashMap<>();
    private final BareSocket cut;
    private boolean crashed;
    private String section = "the beginning";

    Replay(List<JsonNode> entries, Simulator simulator, Turnstile turnstile) {
        this.entries = entries;
        this.client = new TestClient(simulator);
        this.turnstile = turnstile;
        this.steps = new RecordedSteps(turnstile);
        this.requests = new RecordedRequests(simulator.url(), form);
        this.witness = client.open("witness");
        this.cut = new BareSocket(simulator.url(), "bare");
    }

    void run() {
        var heard = new ArrayList<JsonNode>();
        for (var n = 0; n < entries.size(); n++) {
            var entry = entries.get(n);
            if (entry.has("hear")) {
                heard.add(entry);
            } else {
                listen(heard);
                heard.clear();
                act(entry, entries.subList(n + 1, entries.size()));
            }
        }
        listen(heard);
    }

    /** A real server's messages to several sockets have no order among each other; to one socket they have. */
    private void listen(List<JsonNode> heard) {
        steps.follow(heard.stream().map(entry -> entry.path("message")).toList());
        for (var entry : heard) {
            var message = next(entry);
            if (entry.has("frame")) {
                assertThat(frame(message.frame()))
                        .as(section)
                        .isEqualTo(entry.get("frame").stringValue());
            } else {
                assertThat(form.ofActual(message.text()))
                        .as("%s: what %s hears", section, entry.get("hear"))
                        .isEqualTo(form.ofRecorded(entry.get("message")));
            }
        }
    }

    private TestSocket.Heard next(JsonNode entry) {
        try {
            return socket(entry.get("hear")).next();
        } catch (IllegalStateException e) {
            throw new AssertionError(section + ": did not hear " + entry, e);
        }
    }

    /** The kind of a picture's frame; another one whole, in hexadecimal digits. */
    private static String frame(byte[] frame) {
        var buffer = ByteBuffer.wrap(frame);
        var kind = buffer.getInt();
        return switch (kind) {
            case 1 -> "1/" + buffer.getInt();
            case 4 -> "4";
            default -> HexFormat.of().formatHex(frame);
        };
    }

    private TestSocket socket(JsonNode name) {
        return Objects.requireNonNull(sockets.get(name.stringValue()), name.stringValue());
    }

    private void act(JsonNode entry, List<JsonNode> later) {
        var property = entry.propertyNames().iterator().next();
        switch (property) {
            case "mark" -> section = entry.get("mark").stringValue();
            case "open" -> open(entry, later);
            case "say" -> socket(entry.get("say")).say(entry.get("text").stringValue());
            case "close" -> close(entry.get("close"));
            case "settle" -> settle();
            case "crash" -> {
                assertThat(cut.wasCut()).isTrue();
                crashed = true;
                assertThatThrownBy(() -> client.get("queue")).isInstanceOf(UncheckedIOException.class);
            }
            case "http" -> exchange(entry.get("http"));
            default -> throw new IllegalArgumentException(property);
        }
    }

    private void open(JsonNode entry, List<JsonNode> later) {
        steps.skip(later.stream()
                .filter(next -> next.has("message"))
                .map(next -> next.get("message"))
                .toList());
        // Whatever was told before has left the server when it has answered this.
        client.get("prompt");
        sockets.put(
                entry.get("open").stringValue(),
                client.openAt(entry.get("path").stringValue().substring(1)));
    }

    /** Only while nothing runs is it certain that nothing more is on its way. */
    private void close(JsonNode name) {
        var socket = socket(name);
        if (crashed || socket.hasEnded()) {
            return;
        }
        if (isIdle()) {
            socket.awaitPong();
            assertThat(socket.unheard())
                    .as(section + ": what " + name + " hears beyond the recording")
                    .isEmpty();
        }
        socket.close();
    }

    private boolean isIdle() {
        return client.json("prompt").at("/exec_info/queue_remaining").intValue() == 0;
    }

    private void settle() {
        turnstile.openDuring(() -> {
            while (!isIdle()) {
                witness.untilRemaining(0);
            }
        });
    }

    private void exchange(JsonNode recorded) {
        var response = client.send(requests.request(recorded));
        requests.remember(recorded, response);
        var what = section + ": " + recorded.get("method").stringValue() + " "
                + recorded.get("path").stringValue() + " " + recorded.path("body") + recorded.path("upload");
        assertThat(response.statusCode())
                .as(what)
                .isEqualTo(recorded.get("status").intValue());
        assertThat(response.headers().firstValue("Content-Type").orElse(null))
                .as(what)
                .isEqualTo(recorded.path("type").asString(null));
        assertThat(response.headers().firstValue("Etag").isPresent()).as(what).isEqualTo(recorded.has("etag"));
        compareHeaders(what, recorded, response);
        compareBody(what, recorded, response);
    }

    private void compareHeaders(String what, JsonNode recorded, HttpResponse<byte[]> response) {
        for (var header : List.of("Content-Disposition", "Accept-Ranges", "Content-Range")) {
            assertThat(response.headers()
                            .firstValue(header)
                            .map(value -> value.replaceAll("/\\d+$", "/\\$SIZE"))
                            .orElse(null))
                    .as(what)
                    .isEqualTo(recorded.path("told").path(header).asString(null));
        }
    }

    private void compareBody(String what, JsonNode recorded, HttpResponse<byte[]> response) {
        var body = new String(response.body(), StandardCharsets.UTF_8);
        if (recorded.has("text")) {
            assertThat(body).as(what).isEqualTo(recorded.get("text").stringValue());
        }
        if (recorded.has("answer")) {
            learn(recorded, RecordedForm.JSON.readTree(body));
            assertThat(form.ofActual(body)).as(what).isEqualTo(form.ofRecorded(recorded.get("answer")));
        }
    }

    private void learn(JsonNode recorded, JsonNode answer) {
        if (recorded.get("method").stringValue().equals("POST") && answer.has("prompt_id")) {
            var token = recorded.at("/answer/prompt_id").stringValue();
            form.learn(token, answer.get("prompt_id").stringValue());
            steps.submitted(token, recorded.path("body").path("prompt"));
        }
    }
}
