package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.genonaut.comfyui.StandIn.Reply;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UploadTest {

    private static final int LIMIT = 100_000;

    private static Simulator simulator;
    private static ComfyUIClient client;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        simulator = Simulator.start(SimulatorOptions.instant().withLargestBody(LIMIT));
        client = new ComfyUIClient(Connection.to(simulator.url()));
    }

    @AfterAll
    static void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void usesTheNameThatTheServerChose() throws Exception {
        var first = upload("sketch.png", "", InputImage.Folder.INPUT, "one");
        var same = upload("sketch.png", "", InputImage.Folder.INPUT, "one");
        var other = upload("sketch.png", "", InputImage.Folder.INPUT, "another");

        assertThat(first.reference()).isEqualTo("sketch.png");
        assertThat(same).isEqualTo(first);
        assertThat(other.reference()).isEqualTo("sketch (1).png");
    }

    @Test
    void putsItIntoTheFolderThatWasAskedFor() throws Exception {
        var image = upload("a b.png", "of maya", InputImage.Folder.TEMP, "x");

        assertThat(image.reference()).isEqualTo("of maya/a b.png [temp]");
        var fetched = client.download(new OutputImage("a b.png", "of maya", "temp"), folder.resolve("back"), 100);
        assertThat(fetched.bytes()).isEqualTo(1);
    }

    @Test
    void bringsTheBytesAsTheyAreWhateverTheyLookLike() throws Exception {
        var bytes = new byte[50_000];
        new Random(7).nextBytes(bytes);
        System.arraycopy("\r\n--genonaut-\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 100, 16);
        var file = Files.write(folder.resolve("noise"), bytes);

        var image = client.upload(file, "schöne Größe 🦊.png", "", InputImage.Folder.INPUT);

        assertThat(image.name()).isEqualTo("schöne Größe 🦊.png");
        client.download(new OutputImage(image.name(), "", "input"), folder.resolve("back"), LIMIT);
        assertThat(folder.resolve("back")).hasBinaryContent(bytes);
    }

    @Test
    void saysThatTheServerDoesNotTakeSoMuch() throws IOException {
        var file = Files.write(folder.resolve("big"), new byte[LIMIT + 1]);

        assertThatThrownBy(() -> client.upload(file, "big.png", "", InputImage.Folder.INPUT))
                .isInstanceOf(ComfyUIException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b.png", "a\\b.png", "a\".png", "a\r\nX: y.png", "\u0000"})
    void refusesNamesThatWouldBreakTheForm(String name) throws IOException {
        var file = Files.write(folder.resolve("file"), new byte[1]);

        assertThatThrownBy(() -> client.upload(file, name, "", InputImage.Folder.INPUT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.upload(file, "a.png", "a\r\nb", InputImage.Folder.INPUT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> client.upload(folder.resolve("none"), "a.png", "", InputImage.Folder.INPUT))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void triesOnceMoreWhenTheConnectionBreaks() throws Exception {
        try (var server = new StandIn();
                var patient = new ComfyUIClient(server.connection())) {
            server.on("POST /upload/image", Reply.broken(), Reply.json("{\"name\":\"a.png\",\"subfolder\":\"\"}"));
            var file = Files.write(folder.resolve("file"), new byte[1]);

            assertThat(patient.upload(file, "a.png", "", InputImage.Folder.INPUT)
                            .name())
                    .isEqualTo("a.png");
            assertThat(server.count("POST /upload/image")).isEqualTo(2);
        }
    }

    private InputImage upload(String name, String subfolder, InputImage.Folder where, String content) throws Exception {
        var file = Files.writeString(folder.resolve("file"), content);
        return client.upload(file, name, subfolder, where);
    }
}
