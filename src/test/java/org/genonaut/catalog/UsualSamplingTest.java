package org.genonaut.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UsualSamplingTest {

    @Test
    void guidesAFlux() {
        assertThat(checkpoint("flux1-dev-fp8.safetensors", "Flux.1 dev", ModelFamily.FLUX)
                        .usual())
                .isEqualTo(new UsualSampling(20, 1.0, "euler", "simple", 3.5));
    }

    @ParameterizedTest
    @CsvSource({"flux1-schnell-fp8.safetensors, Flux one", "house/quick.safetensors, Flux.1 Schnell"})
    void sparesASchnellStepsAndGuidance(String name, String title) {
        assertThat(checkpoint(name, title, ModelFamily.FLUX).usual())
                .isEqualTo(new UsualSampling(4, 1.0, "euler", "simple", null));
    }

    @Test
    void knowsNoSchnellOfAnotherFamily() {
        var model = checkpoint("schnellerXL.safetensors", "Schneller", ModelFamily.SDXL);

        assertThat(model.usual()).isEqualTo(ModelFamily.SDXL.usual());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FLUX")
    void guidesNoOtherFamily(ModelFamily family) {
        assertThat(family.usual().takesGuidance()).isFalse();
        assertThat(family.takesNegativePrompt()).isTrue();
        assertThat(family.hasOpenTextEncoder()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sdxl_vae.safetensors, SDXL",
        "vae-ft-mse-840000-ema-pruned.safetensors, SD15",
        "ae.safetensors, FLUX",
        "flux/ae.sft, FLUX",
        "vae.safetensors, OTHER",
        "kl-f8-anime2.ckpt, OTHER",
    })
    void guessesTheFamilyOfAVaeByItsName(String name, ModelFamily family) {
        assertThat(FamilyGuess.byName(name)).isEqualTo(family);
    }

    private static AvailableModel checkpoint(String name, String title, ModelFamily family) {
        return new AvailableModel(
                new ModelId(new UUID(0, 1)),
                ModelType.CHECKPOINT,
                name,
                family,
                title,
                "",
                true,
                null,
                List.of(),
                Map.of());
    }
}
