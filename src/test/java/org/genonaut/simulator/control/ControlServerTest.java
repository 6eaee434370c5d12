package org.genonaut.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultKind;
import org.genonaut.simulator.fault.SwitchedOn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ControlServerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Simulator simulator;
    private static URI control;

    @BeforeAll
    static void start() {
        simulator =
                Simulator.start(SimulatorOptions.instant().withControlPort(0).withManualTime());
        control = simulator.controlUrl().orElseThrow();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @AfterEach
    void lift() throws Exception {
        call("DELETE", "faults", "");
    }

    private static HttpResponse<String> call(String method, String path, String body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(control.resolve(path))
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')));
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static JsonNode done(String method, String path, String body) throws Exception {
        var response = call(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    @Test
    void listensOnLoopbackOnlyAndOnlyWhenAskedFor() {
        assertThat(control.getHost()).isEqualTo("127.0.0.1");
        assertThat(control.getPort()).isNotEqualTo(simulator.url().getPort());
        try (var without = Simulator.start(SimulatorOptions.instant())) {
            assertThat(without.controlUrl()).isEmpty();
        }
    }

    @Test
    void tellsWhatItCanDo() throws Exception {
        assertThat(done("GET", "", "").findValuesAsString("call"))
                .contains(
                        "GET /faults",
                        "POST /faults",
                        "DELETE /faults/*",
                        "POST /restart",
                        "GET /prompts",
                        "POST /time");
    }

    @Test
    void tellsWhatCanGoWrong() throws Exception {
        var exist = done("GET", "faults", "").get("exist");
        assertThat(exist.findValuesAsString("fault"))
                .isEqualTo(FaultKind.all().stream().map(FaultKind::name).toList());
        var latency = exist.valueStream()
                .filter(kind -> kind.get("fault").stringValue().equals("latency"))
                .findFirst()
                .orElseThrow();
        assertThat(latency.at("/fields/0/name").stringValue()).isEqualTo("each");
        assertThat(latency.at("/fields/1/otherwise").stringValue()).isEqualTo("/");
        assertThat(latency.get("times").stringValue()).isEqualTo("how many requests");
    }

    @Test
    void switchesFaultsOnAndLiftsThem() throws Exception {
        var entry = done("POST", "faults", "{'fault': 'out_of_memory_above', 'pixels': 1500000, 'times': 1}");
        assertThat(entry.get("left").intValue()).isEqualTo(1);
        assertThat(simulator.script().faults().on())
                .extracting(SwitchedOn::fault)
                .containsExactly(new Fault.OutOfMemoryAbove(1_500_000));
        var other = done("POST", "faults", "{'fault': 'latency', 'each': 'PT1S'}");
        assertThat(done("GET", "faults", "").get("on").findValuesAsString("fault"))
                .containsExactly("out_of_memory_above", "latency");
        var lifted = done("DELETE", "faults/" + other.get("id"), "");
        assertThat(lifted.at("/lifted/0/each").stringValue()).isEqualTo("PT1S");
        done("DELETE", "faults", "");
        assertThat(simulator.script().faults().on()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
                    POST;   faults;   {};                                       400; fault is missing
                    POST;   faults;   {'fault': 'meltdown'};                    400; There is no fault meltdown, but
                    POST;   faults;   {'fault': 7};                             400; fault is a text in quotes
                    POST;   faults;   {'fault': 'latency'};                     400; each is missing
                    POST;   faults;   {'fault': 'latency', 'each': 'PT1S', 'times': 0}; 400; times is a whole number
                    POST;   faults;   {'fault': 'stalled_reader', 'times': 2};  400; stalled_reader is not counted
                    POST;   faults;   {'fault';                                 400; The body is no JSON
                    POST;   faults;   [];                                       400; The body is a JSON object
                    DELETE; faults/x; ^^;                                       400; A fault is lifted by its id
                    DELETE; faults/9999; ^^;                                    404; No fault of id 9999 is on
                    PUT;    faults;   ^^;                                       405; /faults takes GET, POST, DELETE
                    GET;    fault;    ^^;                                       404; There is no /fault
                    POST;   restart;  {'when': 'now'};                          400; There is no field when
                    POST;   models;   {'name': 'x.safetensors'};                400; folder is missing
                    POST;   models;   {'folder': 'lora', 'name': 'x'};          400; There is no folder lora, but
                    POST;   models;   {'folder': 'loras', 'name': '../x'};      400; Not a model file
                    POST;   models;   {'folder': 'loras', 'name': 'x', 'family': 'SD9'}; 400; There is no family SD9
                    POST;   models;   {'folder': 'loras', 'name': 'x', 'metadata': {'a': 1}}; 400; Metadata holds texts
                    DELETE; models/loras/nosuch; ^^;                            404; There is no loras/nosuch
                    POST;   time;     {};                                       400; advance is missing
                    POST;   time;     {'advance': '5'};                         400; advance is a duration such as
                    POST;   time;     {'advance': 'PT-5S'};                     400; Time does not run backwards
                    """)
    void refusesWhatIsWrongWithWhatWouldBeRight(String method, String path, String body, int status, String message)
            throws Exception {
        var response = call(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(JSON.readTree(response.body()).get("error").stringValue()).startsWith(message);
        assertThat(simulator.script().faults().on()).isEmpty();
    }

    @Test
    void refusesPagesInABrowser() throws Exception {
        assertThat(call("POST", "restart", "", "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
    }

    @Test
    void restartsTheServerAndOutlivesIt() throws Exception {
        done("POST", "faults", "{'fault': 'zombie_worker'}");
        var zombie = done("GET", "faults", "").at("/on/0/id");
        assertThat(call("DELETE", "faults/" + zombie, "").statusCode()).isEqualTo(409);
        done("POST", "restart", "");
        assertThat(done("GET", "faults", "").get("on").isEmpty()).isTrue();
    }

    @Test
    void putsModelsOnTheShelfAndTakesThemOff() throws Exception {
        done(
                "POST",
                "models",
                "{'folder': 'loras', 'name': 'new/ink.safetensors', 'family': 'SD15',"
                        + " 'metadata': {'ss_output_name': 'ink'}}");
        assertThat(simulator.script().models().names("loras")).contains("new/ink.safetensors");
        assertThat(done("GET", "models", "").findValuesAsString("name")).contains("new/ink.safetensors");
        done("DELETE", "models/loras/new/ink.safetensors", "");
        assertThat(simulator.script().models().names("loras")).doesNotContain("new/ink.safetensors");
    }

    @Test
    void advancesTheTime() throws Exception {
        var before = simulator.script().time().now();
        var answer = done("POST", "time", "{'advance': 'PT5S'}");
        assertThat(simulator.script().time().now()).isEqualTo(before.plus(Duration.ofSeconds(5)));
        assertThat(answer.get("manual").booleanValue()).isTrue();
        assertThat(done("GET", "time", "").get("now")).isEqualTo(answer.get("now"));
    }

    @Test
    void doesNotAdvanceTheWallClock() throws Exception {
        try (var scaled = Simulator.start(SimulatorOptions.instant().withControlPort(0))) {
            var request = HttpRequest.newBuilder(
                            scaled.controlUrl().orElseThrow().resolve("time"))
                    .POST(BodyPublishers.ofString("{\"advance\": \"PT5S\"}"))
                    .build();
            assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(409);
        }
    }

    @Test
    void showsTheBook() throws Exception {
        var graph = """
                {"prompt_id": "%s", "prompt": {
                  "1": {"class_type": "EmptyImage",
                        "inputs": {"width": 64, "height": 64, "batch_size": 1, "color": 1}},
                  "2": {"class_type": "SaveImage", "inputs": {"filename_prefix": "book", "images": ["1", 0]}}}}
                """;
        var id = "0b5c1d36-9c30-4a4e-8a5f-5a2d8f0b7c11";
        var pause = simulator.script().pauseBeforeNextPrompt();
        HTTP.send(
                HttpRequest.newBuilder(simulator.url().resolve("prompt"))
                        .POST(BodyPublishers.ofString(graph.formatted(id)))
                        .build(),
                BodyHandlers.ofString());
        var received = find(id);
        assertThat(received.get("received").size()).isEqualTo(1);
        assertThat(received.get("runs").isEmpty()).isTrue();
        pause.release();
        await().until(() -> find(id).at("/runs/0/outcome").asString("").equals("success"));
        assertThat(find(id).at("/runs/0/files/0/filename").stringValue()).isEqualTo("book_00001_.png");
    }

    private static JsonNode find(String promptId) throws Exception {
        return done("GET", "prompts", "")
                .get("prompts")
                .valueStream()
                .filter(prompt -> prompt.get("prompt_id").stringValue().equals(promptId))
                .findFirst()
                .orElseThrow();
    }
}
