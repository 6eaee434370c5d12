package org.genonaut.generation.workflow;

import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.comfyui.Workflow;
import org.genonaut.generation.GenerationParametersBuilder;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.LoraWeight;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;

/**
 * Parameters that need every shape and every option of a graph.
 *
 * @param name of the golden file
 */
record Shapes(String name, ModelFamily family, GenerationParameters parameters) {

    static final String SDXL = "juggernautXL_v9.safetensors";
    static final String FLUX = "flux1-dev-fp8.safetensors";

    static Stream<Shapes> all() {
        return Stream.of(
                of("loras-0", ModelFamily.SDXL, generation -> generation),
                of("loras-1", ModelFamily.SDXL, generation -> withLoras(generation, 1)),
                of("loras-3", ModelFamily.SDXL, generation -> withLoras(generation, 3)),
                of("loras-0", ModelFamily.SD15, generation -> generation),
                of("loras-3", ModelFamily.OTHER, generation -> withLoras(generation, 3)),
                of("vae", ModelFamily.SDXL, generation -> generation.withVae("sdxl_vae.safetensors")),
                of("clip-skip", ModelFamily.SD15, generation -> generation.withClipSkip(24)),
                of(
                        "everything",
                        ModelFamily.SDXL,
                        generation -> withLoras(generation, 2).withClipSkip(2).withVae("sdxl_vae.safetensors")),
                of("sd3", ModelFamily.SD3, generation -> withLoras(generation, 1)),
                of("flux", ModelFamily.FLUX, generation -> flux(generation).withGuidance(3.5)),
                of(
                        "flux-everything",
                        ModelFamily.FLUX,
                        generation -> withLoras(flux(generation), 2)
                                .withVae("ae.safetensors")
                                .withGuidance(0)),
                of("flux-schnell", ModelFamily.FLUX, Shapes::flux));
    }

    private static Shapes of(
            String name, ModelFamily family, Function<GenerationParametersBuilder, GenerationParametersBuilder> more) {
        var generation = more.apply(aGeneration().ofSize(512, 768).inBatchesOf(2, 1));
        return new Shapes(name, family, generation.build());
    }

    private static GenerationParametersBuilder withLoras(GenerationParametersBuilder generation, int count) {
        for (int i = 1; i <= count; i++) {
            generation.withLora("style-" + i + ".safetensors", i / 4.0);
        }
        return generation;
    }

    private static GenerationParametersBuilder flux(GenerationParametersBuilder generation) {
        return generation
                .withCheckpoint(FLUX)
                .withPrompt("lighthouse before a storm", "")
                .sampledBy(new SamplerParams(new Seed(7), 4, 1, "euler", "simple", 1));
    }

    Workflow build() {
        return WorkflowBuilder.build(
                parameters, family, parameters.samplerParams().seed(), paths(parameters), "genonaut/2026-11-22/1");
    }

    /** Of a backend that calls every model as the catalog does. */
    static ModelPaths paths(GenerationParameters parameters) {
        return new ModelPaths(
                parameters.checkpointModel(),
                parameters.vae(),
                parameters.loraModels().stream().collect(Collectors.toMap(LoraWeight::name, LoraWeight::name)));
    }

    @Override
    public String toString() {
        return name + " of " + family;
    }
}
