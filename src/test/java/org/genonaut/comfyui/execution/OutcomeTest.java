package org.genonaut.comfyui.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.OutputImage;
import org.genonaut.comfyui.Recorded;
import org.genonaut.comfyui.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    @Test
    void readsASuccess() {
        assertThat(Outcome.of(Recorded.history("success")))
                .isEqualTo(new ExecutionResult.Success(
                        List.of(new OutputImage("spike_00003_.png", "", "output")), false, Duration.ofMillis(28_342)));
    }

    @Test
    void seesThatASuccessRepeatsAnEarlierOne() {
        assertThat(Outcome.of(Recorded.history("cached")))
                .isInstanceOfSatisfying(
                        ExecutionResult.Success.class,
                        success -> assertThat(success.cached()).isTrue());
    }

    @Test
    void doesNotCallARunCachedThatSavedAnew() {
        assertThat(Outcome.of(Recorded.history("two-images")))
                .isInstanceOfSatisfying(ExecutionResult.Success.class, success -> {
                    assertThat(success.cached()).isFalse();
                    assertThat(success.images())
                            .extracting(OutputImage::filename)
                            .containsExactly("plain_00001_.png", "plain_00002_.png");
                });
    }

    @Test
    void listsTheFilesOfAllNodesInTheOrderOfTheGraph() {
        assertThat(Recorded.history("two-savers-and-a-preview").images())
                .extracting(OutputImage::type)
                .containsExactly("output", "temp", "output");
    }

    @Test
    void tellsOutOfMemory() {
        assertThat(Outcome.of(Recorded.history("out-of-memory")))
                .isInstanceOfSatisfying(
                        ExecutionResult.OutOfMemory.class,
                        failure -> assertThat(failure.message()).startsWith("Allocation on device"));
    }

    @ParameterizedTest
    @CsvSource({
        "torch.AcceleratorError, CUDA error: out of memory",
        "RuntimeError, 'MPS backend out of memory (MPS allocated: 17 GB)'",
        "RuntimeError, HIP out of memory. Tried to allocate 2 GiB"
    })
    void tellsOutOfMemoryWhateverTheDevice(String type, String message) {
        var fault = new HistoryEntry.Fault("3", "KSampler", type, message);
        var entry = new HistoryEntry(Graph.empty(), false, false, List.of(), false, Optional.of(fault), Duration.ZERO);

        assertThat(Outcome.of(entry)).isEqualTo(new ExecutionResult.OutOfMemory(message));
    }

    @Test
    void tellsWhichNodeFailedAndWhy() {
        assertThat(Outcome.of(Recorded.history("runtime-error")))
                .isEqualTo(new ExecutionResult.NodeFailed("SpikeRaise", "RuntimeError", "spike runtime error"));
        assertThat(Outcome.of(Recorded.history("saved-then-failed"))).isInstanceOf(ExecutionResult.NodeFailed.class);
    }

    @Test
    void takesACorruptCheckpointForAFailureAndNotForAMissingModel() {
        assertThat(Outcome.of(Recorded.history("corrupt-checkpoint")))
                .isInstanceOfSatisfying(
                        ExecutionResult.NodeFailed.class,
                        failure -> assertThat(failure.exceptionType()).isEqualTo("safetensors_rust.SafetensorError"));
    }

    @Test
    void tellsAnInterruptFromAnError() {
        assertThat(Outcome.of(Recorded.history("interrupted"))).isEqualTo(new ExecutionResult.Interrupted());
    }

    @Test
    void seesThatNothingWasProduced() {
        assertThat(Outcome.of(Recorded.history("blocked"))).isEqualTo(new ExecutionResult.NothingProduced());
        assertThat(Outcome.of(Recorded.history("socket-images-only"))).isEqualTo(new ExecutionResult.NothingProduced());
    }

    @Test
    void namesTheModelThatWasMissingAtRunTime() {
        var entry = failedWith(
                "FileNotFoundError",
                "DualCLIPLoader",
                "Model in folder 'text_encoders' with filename" + " 'clip_l.safetensors' not found.");

        assertThat(Outcome.of(entry)).isInstanceOfSatisfying(ExecutionResult.ModelMissing.class, failure -> {
            assertThat(failure.file()).isEqualTo("clip_l.safetensors");
            assertThat(failure.inputName()).isEqualTo("clip_name2");
        });
    }

    @Test
    void takesAMissingPictureForAFailureOfItsNode() {
        assertThat(Outcome.of(failedWith("FileNotFoundError", "LoadImage", "input/cat.png")))
                .isInstanceOf(ExecutionResult.NodeFailed.class);
    }

    @Test
    void keepsThePromptOutOfTheEvidenceAndTheEvidenceShort() {
        var entry = failedWith("ValueError", "CLIPTextEncode", "cannot encode 'my private wish' " + "x".repeat(10_000));

        assertThat(Outcome.of(entry))
                .isInstanceOfSatisfying(
                        ExecutionResult.NodeFailed.class,
                        failure -> assertThat(failure.message())
                                .contains("[prompt]")
                                .doesNotContain("private")
                                .hasSize(2_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"status\":null,\"outputs\":[]}",
                "{\"status\":{\"status_str\":\"error\",\"messages\":[[],[\"execution_error\"],null,7]}}",
                "{\"status\":{\"status_str\":3,\"messages\":{\"a\":1}},\"prompt\":[1,\"x\"],\"outputs\":{\"9\":null}}",
                "{\"status\":{\"status_str\":\"success\"},\"outputs\":{\"9\":{\"images\":[{\"filename\":7},null]}}}"
            })
    void neverMistakesABrokenEntryForASuccess(String json) {
        assertThat(Outcome.of(HistoryEntry.of(Json.read(json).orElseThrow())))
                .isInstanceOf(ExecutionResult.Failure.class);
    }

    private static HistoryEntry failedWith(String exceptionType, String nodeType, String message) {
        return HistoryEntry.of(
                Json.read("""
                {"prompt": [0, "p", {"7": {"class_type": "%2$s", "inputs": {
                    "clip_name1": "t5xxl.safetensors", "clip_name2": "clip_l.safetensors", "text": "my private wish"}}}],
                 "outputs": {},
                 "status": {"status_str": "error", "completed": false, "messages": [["execution_error", {
                    "node_id": "7", "node_type": "%2$s", "exception_type": "%1$s", "exception_message": "%3$s"}]]}}
                """.formatted(exceptionType, nodeType, message)).orElseThrow());
    }
}
