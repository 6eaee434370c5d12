package org.genonaut.comfyui.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.genonaut.comfyui.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    @Test
    void readsTheMessagesOfARecordedRun() {
        var prompt = Recorded.TXT2IMG.toString();

        assertThat(Recorded.messages("txt2img"))
                .contains(
                        new ComfyUIMessage.Started(prompt),
                        new ComfyUIMessage.Cached(prompt, Set.of()),
                        new ComfyUIMessage.Executing(prompt, "4"),
                        new ComfyUIMessage.Progress(prompt, "3", 2, 4),
                        new ComfyUIMessage.ProgressState(
                                prompt, Map.of("4", new ComfyUIMessage.NodeState(0, 1, false))),
                        new ComfyUIMessage.Executed(prompt, "9"),
                        new ComfyUIMessage.Unknown("status"))
                .endsWith(new ComfyUIMessage.Ended(prompt));
    }

    @Test
    void doesNotTakeExecutionSuccessForTheEnd() {
        assertThat(Recorded.messages("txt2img").stream().filter(ComfyUIMessage.Ended.class::isInstance))
                .hasSize(1);
    }

    @Test
    void readsWhichNodesComeFromTheCache() {
        assertThat(Recorded.messages("cached"))
                .contains(new ComfyUIMessage.Cached(
                        Recorded.CACHED.toString(), Set.of("4", "10", "6", "7", "5", "3", "8", "9")));
    }

    @Test
    void readsAnErrorAsTheEnd() {
        assertThat(Frames.text("{\"type\":\"execution_error\",\"data\":{\"prompt_id\":\"p\",\"node_id\":\"5\"}}"))
                .isEqualTo(new ComfyUIMessage.Ended("p"));
        assertThat(Frames.text("{\"type\":\"execution_interrupted\",\"data\":{\"prompt_id\":\"p\"}}"))
                .isEqualTo(new ComfyUIMessage.Ended("p"));
    }

    @Test
    void readsTheReminderThatNamesNoPrompt() {
        assertThat(Frames.text("{\"type\":\"executing\",\"data\":{\"node\":\"3\"}}"))
                .isEqualTo(new ComfyUIMessage.Executing("", "3"));
    }

    @Test
    void readsARecordedPreviewThatNamesNoPrompt() {
        var message = Frames.binary(ByteBuffer.wrap(Recorded.bytes("frames/preview-type1.bin")));

        assertThat(message).isInstanceOfSatisfying(ComfyUIMessage.Previewed.class, previewed -> {
            assertThat(previewed.promptId()).isEmpty();
            assertThat(previewed.preview().mediaType()).isEqualTo("image/jpeg");
            assertThat(previewed.preview().bytes()).hasSize(5491 - 8).startsWith(JPEG_START);
        });
    }

    @Test
    void readsARecordedPreviewThatNamesItsPrompt() {
        var message = Frames.binary(ByteBuffer.wrap(Recorded.bytes("frames/preview-type4.bin")));

        assertThat(message).isInstanceOfSatisfying(ComfyUIMessage.Previewed.class, previewed -> {
            assertThat(previewed.promptId()).isEqualTo("0ddb4ffd-be8c-4ddd-b9a2-bc27f9290499");
            assertThat(previewed.preview().mediaType()).isEqualTo("image/jpeg");
            assertThat(previewed.preview().bytes()).startsWith(JPEG_START);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "<html>Bad Gateway</html>",
                "{\"type\":7,\"data\":[]}",
                "{\"type\":\"executing\"}",
                "{\"type\":\"progress\",\"data\":\"none\"}",
                "{\"type\":\"progress\",\"data\":{\"value\":\"one\",\"max\":null,\"node\":3}}",
                "{\"type\":\"progress_state\",\"data\":{\"prompt_id\":3,\"nodes\":[1,2]}}",
                "{\"type\":\"progress_state\",\"data\":{\"nodes\":{\"1\":null}}}",
                "{\"type\":\"execution_cached\",\"data\":{\"nodes\":{\"a\":1}}}",
                "{\"type\":\"crystools.monitor\",\"data\":{\"cpu\":NaN}}"
            })
    void survivesAnyText(String frame) {
        assertThat(Frames.text(frame).isAbout(Recorded.TXT2IMG)).isFalse();
    }

    @Test
    void survivesEveryTruncationOfABinaryFrame() {
        var whole = Arrays.copyOf(Recorded.bytes("frames/preview-type4.bin"), 300);

        for (var length = 0; length < whole.length; length++) {
            assertThat(Frames.binary(ByteBuffer.wrap(whole, 0, length).slice())).isNotNull();
        }
    }

    @Test
    void ignoresBinaryFramesOfOtherKinds() {
        assertThat(Frames.binary(ints(10, 1, 0))).isInstanceOf(ComfyUIMessage.Unknown.class);
        assertThat(Frames.binary(ints(1, 3, 0))).isInstanceOf(ComfyUIMessage.Unknown.class);
        assertThat(Frames.binary(ints(4, -1, 0))).isInstanceOf(ComfyUIMessage.Unknown.class);
        assertThat(Frames.binary(ints(4, Integer.MAX_VALUE, 0))).isInstanceOf(ComfyUIMessage.Unknown.class);
    }

    private static ByteBuffer ints(int... values) {
        var frame = ByteBuffer.allocate(4 * values.length);
        for (var value : values) {
            frame.putInt(value);
        }
        return frame.flip();
    }
}
