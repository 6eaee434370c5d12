package org.genonaut.generation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.genonaut.GeneratingTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API as a program meets it, over a real socket. */
@GeneratingTest
class GenerationApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SMALL = """
            {"prompt": "castle at night", "checkpoint_model": "juggernautXL_v9.safetensors", "width": 64, "height": 64}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Simulators simulators;

    private String maya = "";

    GenerationApiTest(@LocalServerPort int port) {
        base = "http://127.0.0.1:" + port;
    }

    @BeforeEach
    void aMemberWithAToken(@Autowired Fleet fleet, @Autowired ModelCatalog catalog) {
        maya = accounts.bearer(accounts.member(TestFleet.newName()));
        TestFleet.awaitReady(fleet, catalog);
    }

    @AfterEach
    void end() {
        http.close();
    }

    @Test
    void answersARequestWithWhatGetGives() throws Exception {
        var posted = post(SMALL);

        assertThat(posted.statusCode()).isEqualTo(202);
        var location = posted.headers().firstValue("Location").orElseThrow();
        var body = JSON.readTree(posted.body());
        assertThat(location).isEqualTo("/api/generation/" + body.get("id").stringValue());
        assertThat(body.propertyNames())
                .contains(
                        "id",
                        "user",
                        "prompt",
                        "negative_prompt",
                        "checkpoint_model",
                        "vae",
                        "lora_models",
                        "clip_skip",
                        "width",
                        "height",
                        "batch_size",
                        "batch_count",
                        "sampler_params",
                        "status",
                        "comfyui_prompt_id",
                        "output_paths",
                        "thumbnail_paths",
                        "created_at",
                        "updated_at",
                        "progress",
                        "error",
                        "jobs",
                        "images");
        assertThat(JSON.readTree(get(location).body()).propertyNames()).isEqualTo(body.propertyNames());
        assertThat(body.get("sampler_params").get("seed").isIntegralNumber()).isTrue();
    }

    @Test
    void servesWhatWasMade() throws Exception {
        var done = awaitEnd(post(SMALL).headers().firstValue("Location").orElseThrow());

        assertThat(done.get("status").stringValue()).isEqualTo("completed");
        var path = done.get("output_paths").get(0).stringValue();
        var original = bytes(request(path).GET());
        assertThat(original.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(original.headers().firstValue("Cache-Control").orElseThrow()).contains("private", "immutable");
        var etag = original.headers().firstValue("ETag").orElseThrow();
        assertThat(bytes(request(path).header("If-None-Match", etag).GET()).statusCode())
                .isEqualTo(304);
        var part = bytes(request(path).header("Range", "bytes=1-3").GET());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("PNG");
        var beyond = bytes(request(path).header("Range", "bytes=99999999-").GET());
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.body()).isEmpty();
        var thumbnail =
                bytes(request(done.get("thumbnail_paths").get(0).stringValue()).GET());
        assertThat(thumbnail.statusCode()).isEqualTo(200);
        assertThat(thumbnail.headers().firstValue("Content-Type")).hasValue("image/webp");
    }

    @Test
    void acceptsASeedAsNumberOrText() throws Exception {
        for (var seed : new String[] {"18446744073709551615", "\"18446744073709551615\""}) {
            var body = JSON.readTree(
                    post(with("\"sampler_params\": {\"seed\": " + seed + "}")).body());
            assertThat(body.get("sampler_params").get("seed").bigIntegerValue()).hasToString("18446744073709551615");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"width\": 15 | width",
                "\"width\": 1001 | width",
                "\"height\": 100000 | height",
                "\"width\": 4096, \"height\": 4096 | width",
                "\"batch_size\": 9 | batch_size",
                "\"batch_count\": 0 | batch_count",
                "\"prompt\": \"\" | prompt",
                "\"checkpoint_model\": \"../../etc/passwd\" | checkpoint_model",
                "\"lora_models\": [{\"name\": \"nowhere\"}] | lora_models[0].name",
                "\"lora_models\": [null] | lora_models[0].name",
                "\"sampler_params\": {\"steps\": 151} | sampler_params.steps",
                "\"sampler_params\": {\"cfg\": 100.5} | sampler_params.cfg",
                "\"sampler_params\": {\"sampler_name\": \"magic\"} | sampler_params.sampler_name",
                "\"sampler_params\": {\"denoise\": -0.1} | sampler_params.denoise",
                "\"sampler_params\": {\"seed\": 18446744073709551616} | sampler_params.seed",
                "\"sampler_params\": {\"seed\": -1} | sampler_params.seed",
                "\"width\": \"wide\" | width",
                "\"colour\": \"red\" | colour",
                "\"width\": 512.9 | width",
                "\"width\": \"\" | width",
                "\"width\": \"512\" | width",
                "\"width\": 1000000000000 | width",
                "\"batch_count\": 2147483648 | batch_count",
                "\"sampler_params\": {\"steps\": 1.5} | sampler_params.steps",
                "\"sampler_params\": {\"seed\": 1.9} | sampler_params.seed",
                "\"sampler_params\": {\"seed\": \"\"} | sampler_params.seed",
                "\"sampler_params\": {\"seed\": \"abc\"} | sampler_params.seed",
                "\"prompt\": 7 | prompt",
                "\"prompt\": \"a\\ud800b\" | prompt",
                "\"prompt\": \"a\\u0000b\" | prompt",
                "\"negative_prompt\": \"a\\udfffb\" | negative_prompt",
                "\"clip_skip\": 0 | clip_skip",
                "\"clip_skip\": 25 | clip_skip",
                "\"clip_skip\": 1.5 | clip_skip",
                "\"clipSkip\": 2 | clipSkip",
                "\"sampler_params\": {\"guidance\": 3.5} | sampler_params.guidance",
                "\"sampler_params\": {\"guidance\": \"3.5\"} | sampler_params.guidance",
                "\"sampler_params\": {\"clip_skip\": 2} | sampler_params.clip_skip",
                "\"vae\": \"nowhere.safetensors\" | vae",
                "\"vae\": \"\" | vae",
                "\"vae\": 7 | vae",
                "\"vae\": \"ae.safetensors\" | vae",
            })
    void namesTheFieldThatIsWrong(String wrong, String field) throws Exception {
        var answer = post(with(wrong));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(fields(answer)).containsExactly(field);
    }

    @Test
    void namesAllThatIsWrong() throws Exception {
        var answer = post("{\"width\": 3, \"batch_size\": 99, \"sampler_params\": {\"steps\": 0}}");

        assertThat(fields(answer))
                .containsExactlyInAnyOrder("prompt", "checkpoint_model", "width", "batch_size", "sampler_params.steps");
    }

    @Test
    void refusesALoraOfAnotherFamilyWithTheReason() throws Exception {
        var answer = post("{\"prompt\": \"x\", \"checkpoint_model\": \"flux1-dev-fp8.safetensors\","
                + " \"lora_models\": [{\"name\": \"char\\\\maomaoIllustrious.safetensors\"}]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("SDXL").contains("Flux");
    }

    @Test
    void refusesWhatAFluxDoesNotTakeRatherThanIgnoreIt() throws Exception {
        var answer = post("""
                {"prompt": "x", "negative_prompt": "text", "checkpoint_model": "flux1-dev-fp8.safetensors",
                 "clip_skip": 2, "sampler_params": {"guidance": 100.5},
                 "lora_models": [{"name": "flux/filmGrain_flux.safetensors", "strength_model": 1, "strength_clip": 0.5}]}""");

        assertThat(fields(answer))
                .containsExactlyInAnyOrder(
                        "negative_prompt", "clip_skip", "sampler_params.guidance", "lora_models[0].strength_clip");
        assertThat(answer.body()).contains("From 0 to 100.").contains("takes no negative prompt");
    }

    @Test
    void makesWithAFluxWhatItIsTold() throws Exception {
        var done = awaitEnd(post("""
                {"prompt": "x", "checkpoint_model": "flux1-dev-fp8.safetensors", "width": 64, "height": 64,
                 "lora_models": [{"name": "flux/filmGrain_flux.safetensors", "strength_model": 0.5}],
                 "vae": "ae.safetensors", "sampler_params": {"steps": 2}}""").headers().firstValue("Location").orElseThrow());

        assertThat(done.get("status").stringValue()).isEqualTo("completed");
        assertThat(done.get("vae").stringValue()).isEqualTo("ae.safetensors");
        assertThat(done.get("clip_skip").intValue()).isEqualTo(1);
        assertThat(done.get("sampler_params").get("guidance").doubleValue()).isEqualTo(3.5);
        assertThat(done.get("lora_models").get(0).get("strength_clip").doubleValue())
                .isEqualTo(0.5);
    }

    @Test
    void acceptsWhatItAnsweredOnceMore() throws Exception {
        var asked = List.of(
                "prompt",
                "negative_prompt",
                "checkpoint_model",
                "vae",
                "lora_models",
                "clip_skip",
                "width",
                "height",
                "batch_size",
                "batch_count",
                "sampler_params");
        for (var model : new String[] {"flux1-dev-fp8.safetensors", "dreamshaper_8.safetensors"}) {
            var first =
                    post("{\"prompt\": \"x\", \"width\": 64, \"height\": 64, \"checkpoint_model\": \"" + model + "\"}");
            var again = ((ObjectNode) JSON.readTree(first.body())).retain(asked);

            var second = post(again.toString());

            assertThat(second.statusCode()).as(second.body()).isEqualTo(202);
            assertThat(((ObjectNode) JSON.readTree(second.body())).retain(asked))
                    .isEqualTo(again);
        }
    }

    @Test
    void describesRequestsThatItAccepts() throws Exception {
        var body = JSON.readTree(get("/api/openapi.json").body())
                .at("/paths/~1api~1generation~1request/post/requestBody/content/application~1json");

        assertThat(body.at("/schema/$ref").stringValue()).endsWith("/GenerationDraft");
        assertThat(body.get("examples").size()).isEqualTo(3);
        for (var example : body.get("examples")) {
            var posted = post(example.get("value").toString());
            assertThat(posted.statusCode()).as(posted.body()).isEqualTo(202);
        }
    }

    @Test
    void hidesFromOthersWhatIsNotTheirs() throws Exception {
        var location = post(SMALL).headers().firstValue("Location").orElseThrow();
        awaitEnd(location);

        maya = accounts.bearer(accounts.member(TestFleet.newName()));

        for (var path : new String[] {location, location + "/images/0", location + "/thumbnails/0"}) {
            var answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(send(request(location).DELETE()).statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(get("/api/generation/list").body()).get("items"))
                .isEmpty();
    }

    @Test
    void listsTheNewestFirstPageByPage() throws Exception {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(JSON.readTree(post(SMALL).body()).get("id").stringValue());
        }

        var listed = new ArrayList<String>();
        var next = "/api/generation/list?limit=2";
        while (next != null) {
            var page = JSON.readTree(get(next).body());
            page.get("items").forEach(item -> listed.add(item.get("id").stringValue()));
            next = page.get("next").isNull() ? null : page.get("next").stringValue();
        }

        assertThat(listed).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({"limit=0,400", "limit=501,400", "limit=abc,400", "before=abc,400", "limit=500,200"})
    void checksHowMuchOfTheListIsAskedFor(String query, int status) throws Exception {
        assertThat(get("/api/generation/list?" + query).statusCode()).isEqualTo(status);
    }

    @Test
    void movesWhatHasEndedToTheTrashOnce() throws Exception {
        var location = post(SMALL).headers().firstValue("Location").orElseThrow();
        awaitEnd(location);

        assertThat(send(request(location).DELETE()).statusCode()).isEqualTo(204);
        assertThat(get(location).statusCode()).isEqualTo(404);
        assertThat(get(location + "/images/0").statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(get("/api/generation/list").body()).get("items"))
                .isEmpty();
        assertThat(send(request(location).DELETE()).statusCode()).isEqualTo(404);
    }

    @Test
    void cancelsWhatIsOpen() throws Exception {
        var atlas = simulators.atlas().script().pauseAtNode("KSampler");
        var borealis = simulators.borealis().script().pauseAtNode("KSampler");
        var location = post(with("\"batch_count\": 6"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        atlas.awaitReached();
        borealis.awaitReached();

        assertThat(send(request(location).DELETE()).statusCode()).isEqualTo(204);
        atlas.release();
        borealis.release();

        assertThat(awaitEnd(location).get("status").stringValue()).isEqualTo("cancelled");
    }

    @Test
    void listsTheModels() throws Exception {
        var page = JSON.readTree(get("/api/generation/models?type=checkpoint").body());

        assertThat(page.get("items")).isNotEmpty().allSatisfy(model -> {
            assertThat(model.get("type").stringValue()).isEqualTo("checkpoint");
            assertThat(model.propertyNames())
                    .contains("id", "name", "type", "file_path", "description", "is_active", "family");
        });
        assertThat(page.get("next").isNull()).isTrue();
    }

    @Test
    void listsVaesWhenTheyAreAskedForAndOtherwiseWhatOlderProgramsExpect() throws Exception {
        var vaes = JSON.readTree(get("/api/generation/models?type=vae").body()).get("items");
        var all = JSON.readTree(get("/api/generation/models?limit=500").body()).get("items");

        assertThat(vaes).extracting(model -> model.get("name").stringValue()).contains("sdxl_vae.safetensors");
        assertThat(all).extracting(model -> model.get("type").stringValue()).containsOnly("checkpoint", "lora");
    }

    private static String with(String fields) {
        return "{\"prompt\": \"castle\", \"checkpoint_model\": \"juggernautXL_v9.safetensors\","
                + " \"width\": 64, \"height\": 64, " + fields + "}";
    }

    private static List<String> fields(HttpResponse<String> answer) {
        var fields = new ArrayList<String>();
        JSON.readTree(answer.body())
                .get("violations")
                .forEach(violation -> fields.add(violation.get("field").stringValue()));
        return fields;
    }

    private JsonNode awaitEnd(String location) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> JSON.readTree(get(location).body()),
                        body -> body.get("finished_at").isString());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request("/api/generation/request")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", maya);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }
}
