package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genonaut.comfyui.Allowed;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.NodeError;
import org.genonaut.generation.draft.Violation;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.LoraWeight;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.generation.recipe.Source;
import org.junit.jupiter.api.Test;

class RefusedInputsTest {

    private static final Allowed STEPS =
            new Allowed.Range(Optional.of(BigDecimal.ONE), Optional.of(new BigDecimal("10000")));

    private final RefusedInputs refused = new RefusedInputs(
            new GenerationParameters(
                    "a fox",
                    "",
                    "a.safetensors",
                    null,
                    List.of(new LoraWeight("ink.safetensors", 1, 1), new LoraWeight("sub/oil.safetensors", 1, 1)),
                    1,
                    new Source.EmptyLatent(512, 512),
                    1,
                    1,
                    new SamplerParams(new Seed(1), 20, 7, "euler", "normal", 1)),
            "Atlas");

    @Test
    void namesTheFieldTheValueAndTheBound() {
        assertThat(sentences(error("KSampler", "steps", "value_bigger_than_max", "10001", STEPS)))
                .containsExactly("sampler_params.steps: Atlas takes at most 10000 here, not 10001.");
        assertThat(sentences(error("EmptyLatentImage", "width", "value_smaller_than_min", "8", STEPS)))
                .containsExactly("width: Atlas takes at least 1 here, not 8.");
    }

    @Test
    void namesWhatCouldBeChosenAsLongAsThatIsAFew() {
        assertThat(sentences(error(
                        "KSampler",
                        "scheduler",
                        "value_not_in_list",
                        "fast",
                        new Allowed.Choices(List.of("simple", "karras"), 2))))
                .containsExactly("sampler_params.scheduler: Atlas does not know fast, but simple, karras.");
        assertThat(sentences(error(
                        "KSampler", "sampler_name", "value_not_in_list", "fast", new Allowed.Choices(List.of(), 42))))
                .containsExactly("sampler_params.sampler_name: Atlas does not know fast.");
    }

    @Test
    void findsTheLoraThatIsMissingWhateverTheSpelling() {
        assertThat(sentences(error(
                        "LoraLoader", "lora_name", "value_not_in_list", "sub\\oil.safetensors", new Allowed.Unsaid())))
                .containsExactly("lora_models[1].name: Atlas does not have sub\\oil.safetensors.");
        assertThat(sentences(new ExecutionResult.ModelMissing("a.safetensors", "ckpt_name", "")))
                .containsExactly("checkpoint_model: Atlas does not have a.safetensors.");
        assertThat(sentences(new ExecutionResult.ModelMissing("gone.safetensors", "lora_name", "")))
                .containsExactly("lora_models: Atlas does not have gone.safetensors.");
    }

    @Test
    void saysEachThingOnceAndLeavesTheWorkflowsOwnTroubleToTheDetails() {
        var text = error("CLIPTextEncode", "text", "required_input_missing", "", new Allowed.Unsaid());
        var link = error("VAEDecode", "samples", "return_type_mismatch", "", new Allowed.Unsaid());

        assertThat(sentences(new ExecutionResult.Rejected("", List.of(text, text, link))))
                .containsExactly("prompt: Atlas misses a value here.");
        assertThat(sentences(new ExecutionResult.Rejected("", List.of()))).isEmpty();
        assertThat(sentences(new ExecutionResult.Lost())).isEmpty();
    }

    @Test
    void namesNoMoreThanAnybodyMendsAtOnce() {
        var errors = IntStream.range(0, 40)
                .mapToObj(value -> error("KSampler", "steps", "value_bigger_than_max", "" + (10_001 + value), STEPS))
                .toList();

        assertThat(sentences(new ExecutionResult.Rejected("", errors))).hasSize(10);
    }

    @Test
    void makesTheSentenceOfTheVerdict() {
        var failure = new ExecutionResult.Rejected(
                "Prompt outputs failed validation",
                List.of(error("KSampler", "steps", "value_smaller_than_min", "0", STEPS)));

        assertThat(Verdict.on(failure, Tried.times(1)).because(refused.of(failure)))
                .isInstanceOfSatisfying(Verdict.Over.class, over -> {
                    assertThat(over.sentence()).isEqualTo("sampler_params.steps: Atlas takes at least 1 here, not 0.");
                    assertThat(over.violations()).hasSize(1);
                });
    }

    private static NodeError error(String node, String input, String type, String received, Allowed allowed) {
        return new NodeError("3", node, input, type, "message", "details", received, allowed);
    }

    private List<String> sentences(NodeError error) {
        return sentences(new ExecutionResult.Rejected("", List.of(error)));
    }

    private List<String> sentences(ExecutionResult.Failure failure) {
        return refused.of(failure).stream().map(RefusedInputsTest::sentence).toList();
    }

    private static String sentence(Violation violation) {
        return violation.field() + ": " + violation.message(Locale.ENGLISH);
    }
}
