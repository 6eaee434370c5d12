package org.genonaut.generation.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecipeJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void readsWhatItWrote() {
        var recipe = aGeneration()
                .withPrompt("a {red|blue} \"fox\" \\ \n\t\u0007 🦊", "text")
                .withLora("char/ink.safetensors", -0.5)
                .withVae("house/fine.safetensors")
                .withClipSkip(2)
                .ofSize(832, 1216)
                .inBatchesOf(2, 3)
                .sampledBy(new SamplerParams(Seed.of(Seed.MAX), 30, 6.5, "dpmpp_2m", "karras", 0.9))
                .withGuidance(3.5)
                .build();

        assertThat(RecipeJson.read(RecipeJson.write(recipe))).isEqualTo(recipe);
    }

    @Test
    void storesTheSourceWithItsKind() {
        var stored =
                JSON.readTree(RecipeJson.write(aGeneration().ofSize(832, 1216).build()));

        assertThat(stored.get("version").intValue()).isEqualTo(2);
        assertThat(stored.get("parameters").get("source"))
                .isEqualTo(JSON.readTree("{\"kind\": \"empty_latent\", \"width\": 832, \"height\": 1216}"));
        assertThat(stored.get("parameters").has("width")).isFalse();
    }

    @Test
    void readsWhatVersion1Wrote() throws IOException {
        assertThat(RecipeJson.read(stored("recipe-version-1.json")))
                .isEqualTo(new GenerationParameters(
                        "a lighthouse above the sea at dawn",
                        "text, watermark",
                        "juggernautXL_v9.safetensors",
                        null,
                        List.of(new LoraWeight("misc/light/golden_hour_xl.safetensors", 0.8, 0.6)),
                        1,
                        new Source.EmptyLatent(1216, 832),
                        2,
                        4,
                        new SamplerParams(Seed.of(Seed.MAX), 28, 6, "euler", "normal", 1)));
    }

    @Test
    void refusesASizeThatComfyUIDoesNotMake() throws IOException {
        var wrong = stored("recipe-version-1.json").replace("1216", "15");

        assertThatThrownBy(() -> RecipeJson.read(wrong)).hasMessageContaining("16 to 16384");
    }

    private static String stored(String file) throws IOException {
        try (var in = RecipeJsonTest.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
        }
    }
}
