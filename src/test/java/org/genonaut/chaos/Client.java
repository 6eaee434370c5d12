package org.genonaut.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of some people, which knows the nodes' API and nothing else. */
final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** The node answered, and did not say yes. */
    static final class Refused extends IOException {
        private final int status;

        Refused(int status, String body) {
            super(status + " " + body);
            this.status = status;
        }

        /** Whether it did nothing and will do it later. */
        boolean isForNow() {
            return status == 429 || status == 503;
        }

        boolean isOurFault() {
            return status / 100 == 4 && status != 429;
        }
    }

    boolean isReady(AppNode node) throws InterruptedException {
        try {
            send(get(node.url("/actuator/health"), "nobody"));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The name is the password. */
    void signIn(AppNode node, String account) throws IOException, InterruptedException {
        var credentials =
                Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(node.url("/api/tokens"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        tokens.put(account, JSON.readTree(send(request)).get("token").asString());
    }

    UUID submit(AppNode node, Ask ask) throws IOException, InterruptedException {
        var request = authorized(node.url("/api/generation/request"), ask.account())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "ask-" + ask.number())
                .POST(HttpRequest.BodyPublishers.ofString(ask.body()))
                .build();
        return id(JSON.readTree(send(request)));
    }

    /** The generations that came of an ask, if there are any among the newest. */
    List<UUID> find(AppNode node, Ask ask) throws IOException, InterruptedException {
        var page = JSON.readTree(send(get(node.url("/api/generation/list?limit=200"), ask.account())));
        var found = new ArrayList<UUID>();
        for (var item : page.get("items")) {
            if (item.get("prompt").asString().startsWith(ask.mark())) {
                found.add(id(item));
            }
        }
        return found;
    }

    void delete(AppNode node, Ask ask, UUID generation) throws IOException, InterruptedException {
        send(authorized(node.url("/api/generation/" + generation), ask.account())
                .DELETE()
                .build());
    }

    private static UUID id(JsonNode generation) {
        return UUID.fromString(generation.get("id").asString());
    }

    private HttpRequest get(URI url, String account) {
        return authorized(url, account).GET().build();
    }

    private HttpRequest.Builder authorized(URI url, String account) {
        var request = HttpRequest.newBuilder(url).timeout(PATIENCE);
        var token = tokens.get(account);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(answer.statusCode(), answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
