package org.genonaut.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.inputs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are those of the conformance checks. */
class FilesTest {
    private Simulator simulator;
    private TestClient client;
    private TestSocket socket;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.instant());
        client = new TestClient(simulator);
        socket = client.open("a");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void make(String prefix) {
        socket.untilEndOf(client.submit(emptyImage(0x112233, prefix), "a"));
    }

    @ParameterizedTest
    @CsvSource({
        "filename=x_00001_.png, 200",
        "filename=x_00001_.png%20[output], 200",
        "filename=sub/x_00001_.png, 200",
        "filename=../x.png, 400",
        "filename=%2Fetc%2Fpasswd, 400",
        "filename=a..b.png, 400",
        "filename=, 400",
        "filename=x_00001_.png&type=nonsense, 400",
        "filename=x_00001_.png&subfolder=../.., 403",
        "filename=x_00001_.png&subfolder=%2Fetc, 403",
        "filename=nosuch.png, 404",
        "filename=x_00001_.png&type=input, 404",
        "type=output, 404",
    })
    void check26_viewsOnlyWhatIsInItsFolders(String query, int status) {
        make("x");
        assertThat(client.get("view?" + query).statusCode()).isEqualTo(status);
    }

    @Test
    void check26_viewsPartsAndTellsWhatIsUnchanged() {
        make("a/b/x");
        var path = "view?filename=x_00001_.png&subfolder=a/b";
        var whole = client.get(path);
        assertThat(whole.headers().firstValue("content-type")).contains("image/png");
        assertThat(whole.headers().firstValue("content-disposition")).contains("filename=\"x_00001_.png\"");
        var part = client.get(path, "Range", "bytes=0-9");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("content-range")).contains("bytes 0-9/" + whole.body().length);
        assertThat(part.body()).hasSize(10).isEqualTo(Arrays.copyOf(whole.body(), 10));
        var etag = whole.headers().firstValue("etag").orElseThrow();
        assertThat(client.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void check26_encodesAPreviewOnRequest() {
        make("x");
        var webp = client.get("view?filename=x_00001_.png&preview=webp;50");
        assertThat(webp.headers().firstValue("content-type")).contains("image/webp");
        assertThat(new String(webp.body(), 0, 4, ISO_8859_1)).isEqualTo("RIFF");
        assertThat(webp.headers().firstValue("etag")).isEmpty();
        assertThat(client.get("view?filename=x_00001_.png&preview=webp;999").statusCode())
                .isEqualTo(500);
    }

    @Test
    void check26_showsDrawingsInTheBrowserAsOlderVersionsDid() {
        upload("logo.svg", "<svg/>", "");
        var logo = client.get("view?type=input&filename=logo.svg").headers();
        assertThat(logo.firstValue("content-type")).contains("image/svg+xml");
        assertThat(logo.firstValue("content-disposition")).contains("filename=\"logo.svg\"");
    }

    @Test
    void check27_numbersAnUploadUnlessItIsTheSame() {
        assertThat(upload("p.png", "one", "")).contains("\"name\": \"p.png\"");
        assertThat(upload("p.png", "one", "")).contains("\"name\": \"p.png\"");
        assertThat(upload("p.png", "two", "")).contains("\"name\": \"p (1).png\"");
        assertThat(upload("p.png", "three", "true")).contains("\"name\": \"p.png\"");
        assertThat(client.get("view?filename=p.png&type=input").body()).isEqualTo("three".getBytes(UTF_8));
        assertThat(upload("../x.png", "one", "")).isEqualTo("400");
    }

    private String upload(String name, String content, String overwrite) {
        var response = client.upload("upload/image", name, content.getBytes(UTF_8), "overwrite", overwrite);
        return response.statusCode() == 200
                ? new String(response.body(), UTF_8)
                : String.valueOf(response.statusCode());
    }

    @Test
    void savesAPngOfTheRightSizeThatTellsHowItWasMade() throws IOException {
        make("made");
        var png = client.get("view?filename=made_00001_.png").body();
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getRGB(10, 10) & 0xFFFFFF).isEqualTo(0x112233);
        assertThat(new String(png, ISO_8859_1))
                .contains("tEXtprompt\0{\"1\": {\"class_type\": \"EmptyImage\", \"inputs\": {\"width\": 64, ");
    }

    @Test
    void drawsTheSameBytesForTheSameRecipe() {
        socket.untilEndOf(client.submit(Graphs.textToImage(2), "a"));
        client.post("free", "{\"free_memory\": true}");
        socket.untilEndOf(client.submit(Graphs.textToImage(2), "a"));
        assertThat(client.get("view?filename=picture_00002_.png").body())
                .isEqualTo(client.get("view?filename=picture_00001_.png").body());
    }

    @Test
    void drawsEachPictureOfABatchFromItsOwnSeed() {
        var graph = Graphs.textToImage(2);
        inputs(graph, "5").put("batch_size", 2);
        socket.untilEndOf(client.submit(graph, "a"));
        assertThat(client.get("view?filename=picture_00002_.png").body())
                .isNotEqualTo(client.get("view?filename=picture_00001_.png").body());
    }

    @Test
    void refusesToSaveOutsideOfItsFolder() {
        var id = client.submit(emptyImage(1, "../../evil"), "a");
        socket.untilEndOf(id);
        assertThat(client.history(id)
                        .at("/status/messages/2/1/exception_message")
                        .stringValue())
                .startsWith("**** ERROR: Saving image outside the output folder is not allowed.");
    }

    @Test
    void check28_offersANewModelOnTheNextRequest() {
        simulator.script().models().add(ModelFile.lora("fresh/new.safetensors", Family.SDXL));
        assertThat(client.json("models/loras").toString()).contains("\"fresh/new.safetensors\"");
        assertThat(client.json("object_info/LoraLoader")
                        .at("/LoraLoader/input/required/lora_name/0")
                        .toString())
                .contains("\"fresh/new.safetensors\"");
        assertThat(client.json("object_info/UpscaleModelLoader")
                        .at("/UpscaleModelLoader/input/required/model_name/0")
                        .stringValue())
                .isEqualTo("COMBO");
        assertThat(client.get("models/unet").statusCode()).isEqualTo(404);
    }

    @Test
    void check29_tellsTheMetadataOfAModelThatHasSome() {
        var metadata = client.json("view_metadata/loras?filename=char/maomaoIllustrious.safetensors");
        assertThat(metadata.valueStream()).allMatch(value -> value.isString());
        assertThat(TestClient.JSON
                        .readTree(metadata.get("ss_tag_frequency").stringValue())
                        .at("/12_maomao/maomao")
                        .intValue())
                .isEqualTo(184);
        assertThat(client.get("view_metadata/loras?filename=old/untitled_experiment.safetensors")
                        .statusCode())
                .isEqualTo(404);
    }
}
