package org.genonaut.generation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.genonaut.GeneratingTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.account.Account;
import org.genonaut.account.Role;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.OnAtlas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program is told of a generation that waits. */
@GeneratingTest
@SignedInAs(value = "queue-in-the-api", role = Role.ADMIN)
class QueueInTheApiTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    @Autowired
    private GenerationService generations;

    @Autowired
    private ModelCatalog catalog;

    private Account maya;
    private String bearer = "";
    private OnAtlas atlas;
    private List<GenerationId> sent = List.of();

    QueueInTheApiTest(@LocalServerPort int port) {
        base = "http://127.0.0.1:" + port + "/api/generation/";
    }

    @BeforeEach
    void threeThatWaitBehindOneThatRuns(
            @Autowired Fleet fleet, @Autowired Simulators simulators, @Autowired TestAccounts accounts) {
        TestFleet.awaitReady(fleet, catalog);
        maya = accounts.member(TestFleet.newName());
        bearer = accounts.bearer(maya);
        atlas = new OnAtlas(simulators, catalog);
        var run = atlas.hold(1).getFirst();
        sent = Stream.generate(() -> generations.submit(maya.id(), OnAtlas.draft()))
                .limit(4)
                .toList();
        run.awaitReached();
    }

    @AfterEach
    void letAllEnd() {
        sent.forEach(id -> generations.cancel(maya.id(), id));
        atlas.close();
        http.close();
    }

    @Test
    void tellsPlaceStartAndReasonOfWhatWaitsAndNothingOfWhatDoesNot() throws Exception {
        awaitThatTheFirstRuns();

        var last = get(sent.getLast().toString()).get("queue");

        assertThat(last.get("position_is_exact").booleanValue()).isTrue();
        var earliest = Instant.parse(last.get("starts_earliest").stringValue());
        var latest = Instant.parse(last.get("starts_latest").stringValue());
        assertThat(latest).isAfter(earliest).isAfter(Instant.now().minusSeconds(5));
        assertThat(last.at("/why/kind").stringValue()).isEqualTo("own_before");
        assertThat(last.at("/why/text").stringValue()).matches("(1 of your own is|2 of your own are) before it");
        assertThat(get(sent.getFirst().toString()).get("queue").isNull()).isTrue();
    }

    @Test
    void tellsTheSameInTheList() throws Exception {
        awaitThatTheFirstRuns();

        assertThat(inTheList(sent.get(3)).at("/queue/why/kind").stringValue()).isEqualTo("own_before");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sent.stream()
                        .filter(id -> placeOf(id) == 1)
                        .anyMatch(head -> whyOf(head).equals("next")));
        assertThat(inTheList(sent.getFirst()).get("queue").isNull()).isTrue();
    }

    /** Whether the second is ready at its backend already depends on how long runs took there before. */
    private void awaitThatTheFirstRuns() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            int last = placeOf(sent.get(3));
            return placeOf(sent.getFirst()) == 0 && (last == 2 || last == 3) && placeOf(sent.get(2)) == last - 1;
        });
    }

    private int placeOf(GenerationId id) {
        return queueOf(id).path("position").asInt(0);
    }

    private String whyOf(GenerationId id) {
        return queueOf(id).at("/why/kind").asString("");
    }

    private JsonNode queueOf(GenerationId id) {
        try {
            return inTheList(id).path("queue");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode inTheList(GenerationId id) throws IOException, InterruptedException {
        return get("list")
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").stringValue().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", bearer);
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }
}
