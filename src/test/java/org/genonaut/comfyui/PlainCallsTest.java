package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.genonaut.comfyui.StandIn.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PlainCallsTest {

    private static final OutputImage IMAGE = new OutputImage("a cat_00001_.png", "genonaut/2026", "output");

    private final StandIn server = new StandIn();
    private final ComfyUIClient client = new ComfyUIClient(server.connection(), StandIn.FAST);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void readsSystemStats() {
        server.on("GET /system_stats", Reply.json("""
                {"system": {"os": "posix", "ram_total": 68719476736, "ram_free": 1024, "comfyui_version": "0.3.64",
                            "argv": ["main.py", "--preview-method", "auto"], "embedded_python": false},
                 "devices": [{"name": "cuda:0 H", "type": "cuda", "index": 0, "vram_total": 25757220864,
                              "vram_free": 24000000000, "torch_vram_total": 0, "torch_vram_free": 0}]}"""));

        assertThat(client.server().systemStats())
                .isEqualTo(new SystemStats(
                        "0.3.64",
                        "posix",
                        List.of("main.py", "--preview-method", "auto"),
                        68719476736L,
                        1024,
                        List.of(new SystemStats.Device("cuda:0 H", "cuda", 25757220864L, 24000000000L))));
    }

    @Test
    void refusesAProxysPage() {
        server.on("GET /system_stats", Reply.page(200));

        assertThatThrownBy(client.server()::systemStats)
                .isInstanceOf(ComfyUIException.UnexpectedAnswer.class)
                .hasMessageContaining("/system_stats")
                .hasMessageContaining("text/html");
    }

    @Test
    void asksOnceMoreWhenAConnectionBreaks() {
        server.on("GET /system_stats", Reply.broken(), Reply.broken(), Reply.json("{\"system\":{}}"));

        // The platform asks a second time by itself, and we ask anew.
        assertThat(client.server().systemStats().devices()).isEmpty();
    }

    @Test
    void doesNotWaitForEver() {
        server.on("GET /system_stats", Reply.never());

        assertThatThrownBy(client.server()::systemStats)
                .isInstanceOf(ComfyUIException.Unreachable.class)
                .hasMessageContaining("in time");
    }

    @Test
    void asksForTheClassesThatItIsAskedFor() {
        server.on("GET /object_info/KSampler", Reply.json("""
                        {"KSampler":{"input":{"required":{"sampler_name":[["euler"],{}]}}}}""")).on("GET /object_info/Nothing", Reply.json("{}"));

        var info = client.server().objectInfo("KSampler", "Nothing");

        assertThat(info.classes()).containsExactly("KSampler");
        assertThat(info.options("KSampler", "sampler_name")).containsExactly("euler");
    }

    @Test
    void listsModelsVerbatim() {
        server.on("GET /models/loras", Reply.json("[\"ink.safetensors\",\"sub\\\\pen.safetensors\",7]"));

        assertThat(client.server().models("loras")).containsExactly("ink.safetensors", "sub\\pen.safetensors");
        assertThat(client.server().models("unet")).isEmpty();
    }

    @Test
    void readsWhatAModelSaysAboutItself() {
        server.on("GET /view_metadata/loras", Reply.json("{\"ss_base_model_version\":\"sdxl_base_v1-0\"}"));

        assertThat(client.server().metadata("loras", "my ink/ü.safetensors"))
                .isEqualTo(Map.of("ss_base_model_version", "sdxl_base_v1-0"));
        assertThat(server.requests())
                .containsExactly("GET /view_metadata/loras?filename=my%20ink%2F%C3%BC.safetensors ");
        assertThat(client.server().metadata("vae", "a.safetensors")).isEmpty();
    }

    @Test
    void streamsAFileAndKeepsItsChecksum() throws Exception {
        server.on("GET /view", Reply.bytes("image/png", "picture".getBytes(StandardCharsets.UTF_8)));
        var target = folder.resolve("picture.png");

        var download = client.download(IMAGE, target, 1_000);

        assertThat(target).hasContent("picture");
        assertThat(download.bytes()).isEqualTo(7);
        assertThat(download.mediaType()).isEqualTo("image/png");
        assertThat(download.sha256()).hasToString("2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97");
        assertThat(server.requests())
                .containsExactly("GET /view?filename=a%20cat_00001_.png&subfolder=genonaut%2F2026&type=output ");
    }

    @Test
    void waitsForAFileThatLagsBehindItsHistory() throws Exception {
        server.on("GET /view", Reply.empty(404), Reply.empty(404), Reply.bytes("image/png", new byte[] {1, 2}));

        assertThat(client.download(IMAGE, folder.resolve("a"), 1_000).bytes()).isEqualTo(2);
    }

    @Test
    void saysThatAFileIsGoneAndLeavesNoneBehind() {
        assertThatThrownBy(() -> client.download(IMAGE, folder.resolve("a"), 1_000))
                .isInstanceOf(ComfyUIException.FileGone.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void stopsAFileThatIsTooLarge() {
        server.on("GET /view", Reply.bytes("image/png", new byte[100_000]));

        assertThatThrownBy(() -> client.download(IMAGE, folder.resolve("a"), 1_000))
                .isInstanceOf(ComfyUIException.TooLarge.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNotSaveAProxysPageAsAPicture() {
        server.on("GET /view", Reply.page(200));

        assertThatThrownBy(() -> client.download(IMAGE, folder.resolve("a"), 1_000))
                .isInstanceOf(ComfyUIException.UnexpectedAnswer.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNotBlameTheServerForAFileThatCannotBeWritten() {
        server.on("GET /view", Reply.bytes("image/png", new byte[10]));

        assertThatThrownBy(() -> client.download(IMAGE, folder.resolve("no/such/folder"), 1_000))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(Files.exists(folder.resolve("no"))).isFalse();
    }
}
