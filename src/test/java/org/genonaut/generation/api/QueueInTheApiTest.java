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
import org.springframework.jdbc.core.simple.JdbcClient;
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
            @Autowired Fleet fleet,
            @Autowired Simulators simulators,
            @Autowired TestAccounts accounts,
            @Autowired JdbcClient jdbc) {
        TestFleet.awaitReady(fleet, catalog);
        maya = accounts.member(TestFleet.newName());
        bearer = accounts.bearer(maya);
        atlas = new OnAtlas(simulators, catalog, jdbc);
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
    void tellsTheSameInTheList() {
        var list = awaitThatTheFirstRuns();

        assertThat(whyOf(sent.getLast(), list)).isEqualTo("own_before");
        assertThat(sent.stream().filter(id -> placeOf(id, list) == 1).map(head -> whyOf(head, list)))
                .containsExactly("next");
        assertThat(inTheList(sent.getFirst(), list).get("queue").isNull()).isTrue();
    }

    /** Whether the second is ready at its backend already depends on how long runs took there before. */
    private JsonNode awaitThatTheFirstRuns() {
        var expected = List.of(List.of(0, 1, 2, 3), List.of(0, 0, 1, 2));
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        this::list,
                        list -> expected.contains(
                                sent.stream().map(id -> placeOf(id, list)).toList()));
    }

    private static int placeOf(GenerationId id, JsonNode list) {
        return inTheList(id, list).at("/queue/position").asInt(0);
    }

    private static String whyOf(GenerationId id, JsonNode list) {
        return inTheList(id, list).at("/queue/why/kind").asString("");
    }

    private static JsonNode inTheList(GenerationId id, JsonNode list) {
        return list.valueStream()
                .filter(item -> item.get("id").stringValue().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode list() throws IOException, InterruptedException {
        return get("list").get("items");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", bearer);
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }
}
