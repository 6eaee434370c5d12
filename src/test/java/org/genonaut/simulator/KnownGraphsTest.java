package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.genonaut.simulator.protocol.Dialect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes of graphs that people send, each accepted by a real server. */
class KnownGraphsTest {
    private static Simulator older;
    private static Simulator newer;

    @BeforeAll
    static void start() throws IOException {
        older = startAs(Dialect.V0_3_64);
        newer = startAs(Dialect.NEWER);
    }

    private static Simulator startAs(Dialect dialect) throws IOException {
        var simulator = Simulator.start(SimulatorOptions.instant().withDialect(dialect));
        var models = simulator.script().models();
        models.add(ModelFile.checkpoint("sd3.5_large_incl_clips.safetensors", Family.SD3));
        models.add(ModelFile.lora("qwen/Qwen-Image-Lightning-8steps.safetensors", Family.QWEN));
        var photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(96, 64, BufferedImage.TYPE_INT_ARGB), "png", photo);
        new TestClient(simulator).upload("upload/image", "photo.png", photo.toByteArray());
        return simulator;
    }

    @AfterAll
    static void stop() {
        older.close();
        newer.close();
    }

    /** Each with the size of what it makes. */
    @ParameterizedTest
    @CsvSource({
        "sdxl, 128, 64",
        "sdxl-refiner, 128, 64",
        "flux-dev, 128, 64",
        "flux-schnell, 128, 64",
        "flux-checkpoint, 128, 64",
        "flux-custom-sampling, 128, 64",
        "sd3-checkpoint, 128, 64",
        "sd3-parts, 128, 64",
        "qwen-image, 128, 64",
        "z-image, 128, 64",
        "image-to-image, 96, 64",
        "inpaint-model, 96, 64",
        "inpaint-any-model, 96, 64",
        "flux-fill, 96, 64",
        "hires-fix-latent, 256, 128",
        "hires-fix-latent-factor, 192, 96",
        "hires-fix-model, 256, 128",
        "upscale-only, 384, 256",
        "controlnet, 128, 64",
    })
    void runsTheGraph(String name, int width, int height) {
        for (var simulator : new Simulator[] {older, newer}) {
            var image = make(new TestClient(simulator), name);
            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(image.getHeight()).isEqualTo(height);
        }
    }

    private static BufferedImage make(TestClient client, String name) {
        try (var socket = client.open("a")) {
            var answer = client.post(TestClient.prompt(Graphs.stored(name)).put("client_id", "a"));
            assertThat(answer.get("node_errors")).as(answer.toString()).isEmpty();
            var id = answer.get("prompt_id").stringValue();
            socket.untilEndOf(id);
            var entry = client.history(id);
            assertThat(entry.at("/status/status_str").stringValue())
                    .as(entry.get("status").toString())
                    .isEqualTo("success");
            var file = entry.get("outputs").iterator().next().at("/images/0/filename");
            var bytes = client.get("view?filename=" + file.stringValue()).body();
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
