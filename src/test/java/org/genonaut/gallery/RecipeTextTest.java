package org.genonaut.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.ImageId;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.LoraWeight;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.generation.recipe.Source;
import org.genonaut.storage.ImageKey;
import org.junit.jupiter.api.Test;

class RecipeTextTest {

    private static final Seed SEED = Seed.parse("18446744073709551615");

    @Test
    void writesTheSeedExactly() {
        assertThat(RecipeText.json(recipe("A cat"))).contains("\"seed\" : 18446744073709551615");
        assertThat(RecipeText.lines(recipe("A cat"))).contains("Seed: 18446744073709551615,");
    }

    @Test
    void writesTheNamesThatTheApiReads() {
        assertThat(RecipeText.json(recipe("A cat")))
                .contains("\"negative_prompt\"", "\"checkpoint_model\"", "\"lora_models\"", "\"strength_clip\"")
                .contains("\"batch_size\"", "\"batch_count\"", "\"sampler_params\"", "\"sampler_name\"")
                .contains("\"width\" : 1216", "\"height\" : 832")
                .doesNotContain("megapixels", "\"images\"", "source");
    }

    @Test
    void writesALineThatPeoplePaste() {
        assertThat(RecipeText.lines(recipe("A cat"))).isEqualTo("""
                        A cat <lora:ink.safetensors:0.8>
                        Negative prompt: text
                        Steps: 30, Sampler: euler, Schedule type: normal, CFG scale: 6.5, Seed: 18446744073709551615, \
                        Size: 1216x832, Model: sdxl/atlas.safetensors""");
    }

    @Test
    void writesWhatFewRecipesHaveWhenTheyHaveIt() {
        var flux = aGeneration().withGuidance(3.5).withVae("ae.safetensors").build();
        var sd = aGeneration().withClipSkip(2).build();

        assertThat(RecipeText.lines(flux)).endsWith(", VAE: ae.safetensors, Distilled CFG Scale: 3.5");
        assertThat(RecipeText.lines(sd)).endsWith(", Clip skip: 2");
        assertThat(RecipeText.json(flux)).contains("\"guidance\" : 3.5", "\"vae\" : \"ae.safetensors\"");
        assertThat(RecipeText.json(sd)).contains("\"clip_skip\" : 2").doesNotContain("guidance", "vae");
    }

    @Test
    void namesADownloadByDayWordsSeedAndNumber() {
        var day = LocalDate.parse("2026-11-22");

        assertThat(DownloadName.of(viewed("Zwölf Löwen / am Fluß: ../x, and many more words after"), day))
                .isEqualTo("genonaut-2026-11-22-zwolf-lowen-am-flu-x-and-many-more-words-18446744073709551615-3.png");
        assertThat(DownloadName.of(viewed("猫"), day)).isEqualTo("genonaut-2026-11-22-18446744073709551615-3.png");
    }

    private static ViewedImage viewed(String prompt) {
        var image = new GeneratedImage(
                new ImageId(new UUID(0, 1)), 2, SEED, new ImageKey("2026/11/22/x.png"), "", "image/png", 1, 1216, 832);
        var generation = new Generation(
                new GenerationId(new UUID(0, 2)),
                new AccountId(new UUID(0, 3)),
                recipe(prompt),
                GenerationStatus.COMPLETED,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                List.of(),
                List.of(image));
        return new ViewedImage(image, generation, null, null);
    }

    private static GenerationParameters recipe(String prompt) {
        return new GenerationParameters(
                prompt,
                "text",
                "sdxl/atlas.safetensors",
                null,
                List.of(new LoraWeight("ink.safetensors", 0.8, 0.8)),
                1,
                new Source.EmptyLatent(1216, 832),
                1,
                1,
                new SamplerParams(SEED, 30, 6.5, "euler", "normal", 1));
    }
}
