package org.genonaut.comfyui.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.genonaut.comfyui.Allowed;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.NodeError;
import org.genonaut.comfyui.Recorded;
import org.genonaut.comfyui.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {

    private final Rejection rejection = new Rejection(Recorded.txt2imgGraph());

    @Test
    void namesTheCheckpointThatTheServerLacks() {
        assertThat(read("missing-checkpoint")).isInstanceOfSatisfying(ExecutionResult.ModelMissing.class, failure -> {
            assertThat(failure.file()).isEqualTo("nosuch.safetensors");
            assertThat(failure.inputName()).isEqualTo("ckpt_name");
        });
    }

    @Test
    void namesTheLoraThatTheServerLacks() {
        assertThat(read("missing-lora"))
                .isInstanceOfSatisfying(
                        ExecutionResult.ModelMissing.class,
                        failure -> assertThat(failure.inputName()).isEqualTo("lora_name"));
    }

    @Test
    void saysWhichValueOfWhichNodeIsWrong() {
        assertThat(read("steps-too-small"))
                .isInstanceOfSatisfying(
                        ExecutionResult.Rejected.class,
                        failure -> assertThat(failure.errors())
                                .containsExactly(new NodeError(
                                        "3",
                                        "KSampler",
                                        "steps",
                                        "value_smaller_than_min",
                                        "Value 0 smaller than min of 1",
                                        "steps",
                                        "0",
                                        new Allowed.Range(
                                                Optional.of(BigDecimal.ONE), Optional.of(new BigDecimal(10_000))))));
    }

    @Test
    void tellsWhatWouldHaveBeenRight() {
        assertThat(read("two-errors"))
                .isInstanceOfSatisfying(
                        ExecutionResult.Rejected.class,
                        failure -> assertThat(failure.errors())
                                .extracting(NodeError::problem, NodeError::allowed)
                                .containsExactly(
                                        tuple(
                                                NodeError.Problem.NOT_IN_LIST,
                                                new Allowed.Choices(
                                                        List.of(
                                                                "broken.safetensors",
                                                                "spike-tiny-sd15.safetensors",
                                                                "sub/spike-full-sd15.safetensors"),
                                                        3)),
                                        tuple(
                                                NodeError.Problem.TOO_SMALL,
                                                new Allowed.Range(
                                                        Optional.of(BigDecimal.ONE),
                                                        Optional.of(new BigDecimal(10_000)))),
                                        tuple(NodeError.Problem.NOT_IN_LIST, new Allowed.Choices(List.of(), 42))));
    }

    @Test
    void doesNotTakeAnUnknownSamplerForAMissingModel() {
        assertThat(read("sampler-unknown")).isInstanceOf(ExecutionResult.Rejected.class);
    }

    @Test
    void rejectsWhatIsWrongInOtherWaysTooBecauseNoOtherServerWouldRunIt() {
        assertThat(read("two-errors"))
                .isInstanceOfSatisfying(
                        ExecutionResult.Rejected.class,
                        failure -> assertThat(failure.errors())
                                .extracting(NodeError::type)
                                .contains("value_not_in_list", "value_smaller_than_min"));
    }

    @Test
    void readsRejectionsWithoutNodes() {
        assertThat(read("unknown-class"))
                .isInstanceOfSatisfying(
                        ExecutionResult.Rejected.class,
                        failure -> assertThat(failure.message()).contains("NoSuchLoader", "#4"));
        assertThat(read("no-output")).isInstanceOf(ExecutionResult.Rejected.class);
        assertThat(read("cycle")).isInstanceOf(ExecutionResult.Rejected.class);
        assertThat(read("type-mismatch")).isInstanceOf(ExecutionResult.Rejected.class);
    }

    @Test
    void seesTheErrorsInAnAnswerThatAcceptsTheRest() {
        assertThat(Rejection.hasNodeErrors(Recorded.json("rejections/half-accepted.json")))
                .isTrue();
        assertThat(Rejection.hasNodeErrors(Json.read("{\"node_errors\":{}}").orElseThrow()))
                .isFalse();
        assertThat(read("half-accepted")).isInstanceOf(ExecutionResult.Rejected.class);
    }

    @Test
    void keepsPromptTextsOutOfNodeErrors() {
        var answer = """
                {"error": {"message": "x"}, "node_errors": {"6": {"class_type": "CLIPTextEncode", "errors": [{
                    "type": "invalid_input_type", "message": "Failed", "details": "text, my private wish",
                    "extra_info": {"input_name": "text", "received_value": "my private wish"}}]}}}""";

        assertThat(rejection.read(Json.read(answer).orElseThrow())).asString().doesNotContain("private");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"prompt_id already exists\"}",
                "{\"error\":{}}",
                "{\"error\":null,\"node_errors\":[1,2]}",
                "{\"error\":[],\"node_errors\":{\"4\":null,\"5\":{\"errors\":{\"a\":7}}}}"
            })
    void survivesAnyShape(String json) {
        assertThat(rejection.read(Json.read(json).orElseThrow())).isInstanceOf(ExecutionResult.Rejected.class);
    }

    private ExecutionResult.Failure read(String name) {
        return rejection.read(Recorded.json("rejections/" + name + ".json"));
    }
}
