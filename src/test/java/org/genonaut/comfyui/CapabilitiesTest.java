package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genonaut.comfyui.StandIn.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CapabilitiesTest {

    private static final String JOBS =
            "{\"jobs\":[],\"pagination\":{\"offset\":0,\"limit\":1,\"total\":0,\"has_more\":false}}";

    private final StandIn server = new StandIn();
    private final ComfyUIClient client = new ComfyUIClient(server.connection(), StandIn.FAST);

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void tellsWhatAnOlderServerCanDo() {
        answering("\"main.py\"");

        var capabilities = client.server().probe(Set.of("LoraLoader", "NoSuchNode"));

        assertThat(capabilities.version()).isEqualTo("0.3.64");
        assertThat(capabilities.stats().devices())
                .containsExactly(
                        new SystemStats.Device("cuda:0 RTX", "cuda", 24, 20),
                        new SystemStats.Device("cuda:1 RTX", "cuda", 12, 1));
        assertThat(capabilities.samplers()).containsExactly("euler", "dpmpp_2m");
        assertThat(capabilities.schedulers()).containsExactly("simple", "karras");
        assertThat(capabilities.objectInfo().classes()).containsExactlyInAnyOrder("KSampler", "LoraLoader");
        assertThat(capabilities.models()).containsOnlyKeys("loras", "vae");
        assertThat(capabilities.models().get("loras")).containsExactly("sub\\a.safetensors", "b.safetensors");
        assertThat(capabilities.jobs()).isFalse();
        assertThat(capabilities.previews()).isEqualTo(Capabilities.Previews.NEVER);
        assertThat(capabilities.largestUpload()).hasValue(104_857_600);
    }

    @Test
    void findsOutThatANewerServerListsJobsAndMakesPreviewsOnRequest() {
        answering("\"main.py\"");
        server.on("GET /api/jobs", Reply.json(JOBS));

        var capabilities = client.server().probe(Set.of());

        assertThat(capabilities.jobs()).isTrue();
        assertThat(capabilities.previews()).isEqualTo(Capabilities.Previews.PER_PROMPT);
    }

    @Test
    void seesThatAServerWasStartedWithPreviews() {
        answering("\"main.py\",\"--preview-method\",\"auto\"");
        assertThat(client.server().probe(Set.of()).previews()).isEqualTo(Capabilities.Previews.ALWAYS);

        answering("\"main.py\",\"--preview-method=latent2rgb\"");
        assertThat(client.server().probe(Set.of()).previews()).isEqualTo(Capabilities.Previews.ALWAYS);

        answering("\"main.py\",\"--preview-method\",\"none\"");
        assertThat(client.server().probe(Set.of()).previews()).isEqualTo(Capabilities.Previews.NEVER);
    }

    @Test
    void doesWithoutWhatOldServersLack() {
        answering("\"main.py\"");
        server.on("GET /features", Reply.empty(404));

        assertThat(client.server().probe(Set.of()).largestUpload()).isEmpty();
    }

    @Test
    void isNotDeceivedByAProxysPage() {
        answering("\"main.py\"");
        server.on("GET /api/jobs", Reply.page(200));
        assertThat(client.server().probe(Set.of()).jobs()).isFalse();

        server.on("GET /system_stats", Reply.page(200));
        assertThatThrownBy(() -> client.server().probe(Set.of())).isInstanceOf(ComfyUIException.UnexpectedAnswer.class);
    }

    @Test
    void takesListsOfThousands() {
        answering("\"main.py\"");
        var names = IntStream.range(0, 20_000)
                .mapToObj(number -> "lora " + number + ".safetensors")
                .toList();
        server.on("GET /models/loras", Reply.json(names.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"))));

        assertThat(client.server().probe(Set.of()).models().get("loras")).isEqualTo(names);
    }

    @Test
    void keepsNamesThatAreNoStringsOut() {
        answering("\"main.py\"");
        server.on("GET /models/loras", Reply.json("[null,7,\"a.safetensors\",{},\"\"]"));

        assertThat(client.server().probe(Set.of()).models().get("loras")).isEqualTo(List.of("a.safetensors"));
    }

    @Test
    void doesWithoutAFolderWhoseDiskIsAway() {
        answering("\"main.py\"");
        server.on("GET /models/vae", Reply.empty(500));

        assertThat(client.server().probe(Set.of()).models()).containsOnlyKeys("loras");
    }

    private void answering(String arguments) {
        server.on("GET /system_stats", Reply.json("""
                {"system":{"comfyui_version":"0.3.64","os":"posix","argv":[%s],"deploy_environment":"x","new":{"a":1}},
                 "devices":[{"name":"cuda:0 RTX","type":"cuda","index":0,"vram_total":24,"vram_free":20,"more":[]},
                            {"name":"cuda:1 RTX","type":"cuda","index":1,"vram_total":12,"vram_free":1}]}""".formatted(arguments)));
        server.on(
                "GET /features",
                Reply.json("{\"supports_preview_metadata\":true,\"max_upload_size\":104857600,\"extension\":{}}"));
        server.on("GET /models", Reply.json("[\"loras\",\"vae\",\"configs\",\"custom_nodes\"]"));
        server.on("GET /models/loras", Reply.json("[\"sub\\\\a.safetensors\",\"b.safetensors\"]"));
        server.on("GET /models/vae", Reply.json("[]"));
        server.on("GET /object_info/KSampler", Reply.json("""
                {"KSampler":{"input":{"required":{"sampler_name":[["euler","dpmpp_2m"],{}],
                 "scheduler":["COMBO",{"options":["simple","karras"],"multiselect":false}]}}}}"""));
        server.on("GET /object_info/LoraLoader", Reply.json("{\"LoraLoader\":{\"input\":{}}}"));
        server.on("GET /object_info/NoSuchNode", Reply.json("{}"));
        server.on("GET /api/jobs", Reply.empty(404));
    }
}
