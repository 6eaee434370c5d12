package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genonaut.comfyui.wire.Json;
import org.junit.jupiter.api.Test;

class ObjectInfoTest {

    private final ObjectInfo info = ObjectInfo.of(List.of(
            Json.read("""
                    {"KSampler": {"input": {
                        "required": {"sampler_name": [["euler", "ddim"], {"tooltip": "which"}], "steps": ["INT", {"min": 1}],
                                     "model": ["MODEL"]},
                        "optional": {"scheduler": [["normal"]]}}}}
                    """).orElseThrow(),
            Json.read("""
                    {"UpscaleModelLoader": {"input": {
                        "required": {"model_name": ["COMBO", {"options": ["4x.pth", "sub\\\\2x.pth"], "multiselect": false}]}}}}
                    """).orElseThrow(),
            Json.read("{}").orElseThrow()));

    @Test
    void readsTheOptionsOfOlderNodes() {
        assertThat(info.options("KSampler", "sampler_name")).containsExactly("euler", "ddim");
        assertThat(info.options("KSampler", "scheduler")).containsExactly("normal");
    }

    @Test
    void readsTheOptionsOfNewerNodesVerbatim() {
        assertThat(info.options("UpscaleModelLoader", "model_name")).containsExactly("4x.pth", "sub\\2x.pth");
    }

    @Test
    void hasNoOptionsForWhatIsNoChoice() {
        assertThat(info.options("KSampler", "steps")).isEmpty();
        assertThat(info.options("KSampler", "model")).isEmpty();
        assertThat(info.options("KSampler", "nothing")).isEmpty();
        assertThat(info.options("Nothing", "steps")).isEmpty();
    }

    @Test
    void knowsWhichClassesThereAre() {
        assertThat(info.classes()).containsExactlyInAnyOrder("KSampler", "UpscaleModelLoader");
    }
}
