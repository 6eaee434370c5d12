package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.textToImage;

import java.util.List;
import org.genonaut.simulator.book.ProducedFile;
import org.genonaut.simulator.book.PromptRun;
import org.genonaut.simulator.book.PromptRun.Outcome;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conformance check 31, as far as it is about single nodes and their files. */
class NodeFaultsTest {
    private static final String LORA = "misc/styles/ink_linework.safetensors";

    private Simulator simulator;
    private TestClient client;
    private TestSocket socket;
    private FaultBoard faults;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.instant());
        client = new TestClient(simulator);
        socket = client.open("a");
        faults = simulator.script().faults();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static List<String> types(List<TestSocket.Heard> messages) {
        return messages.stream().map(TestSocket.Heard::type).toList();
    }

    private List<TestSocket.Heard> runTextToImage() {
        return socket.untilEndOf(client.submit(textToImage(2), "a"));
    }

    private static TestSocket.Heard find(List<TestSocket.Heard> messages, String type) {
        return messages.stream()
                .filter(message -> message.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void check31_runsOutOfMemoryAboveASize() {
        faults.switchOn(new Fault.OutOfMemoryAbove(128 * 128 - 1));
        var error = find(runTextToImage(), "execution_error").data();
        assertThat(error.get("node_id").stringValue()).isEqualTo("3");
        assertThat(error.get("exception_type").stringValue()).isEqualTo("torch.OutOfMemoryError");
        faults.liftAll();
        faults.switchOn(new Fault.OutOfMemoryAbove(128 * 128));
        assertThat(types(runTextToImage())).contains("execution_success");
    }

    @Test
    void check31_failsAtANodeAsOftenAsAskedFor() {
        faults.switchOn(new Fault.ExecutionFailure("SaveImage", "OSError", "No space left on device"), 1);
        var id = client.submit(emptyImage(1, "x"), "a");
        var messages = socket.untilEndOf(id);
        assertThat(find(messages, "execution_error")
                        .data()
                        .get("exception_message")
                        .stringValue())
                .isEqualTo("No space left on device\n");
        assertThat(simulator.script().book().runsOf(id))
                .extracting(PromptRun::outcome)
                .containsExactly(Outcome.ERROR);
        assertThat(types(socket.untilEndOf(client.submit(emptyImage(1, "x"), "a"))))
                .contains("execution_success");
    }

    @Test
    void check31_blocksAnOutputWithAnErrorAndASuccess() {
        faults.switchOn(new Fault.ExecutionBlocked("not today"), 1);
        var id = client.submit(emptyImage(1, "x"), "a");
        var messages = socket.untilEndOf(id);
        assertThat(types(messages))
                .containsSubsequence("execution_error", "progress_state", "execution_success", "status", "executing")
                .doesNotContain("executed");
        var error = find(messages, "execution_error").data();
        assertThat(error.get("exception_type").stringValue()).isEqualTo("ExecutionBlocked");
        assertThat(error.get("exception_message").stringValue()).isEqualTo("Execution Blocked: not today");
        assertThat(error.has("timestamp")).isFalse();
        var entry = client.history(id);
        assertThat(entry.at("/status/status_str").stringValue()).isEqualTo("success");
        assertThat(entry.at("/outputs").isEmpty()).isTrue();
    }

    @Test
    void check31_losesTheFileOfACachedRun() {
        socket.untilEndOf(client.submit(emptyImage(1, "sub/x"), "a"));
        var view = "view?filename=x_00001_.png&subfolder=sub";
        assertThat(client.get(view).statusCode()).isEqualTo(200);
        faults.switchOn(new Fault.FileGone(), 1);
        var id = client.submit(emptyImage(1, "sub/x"), "a");
        assertThat(types(socket.untilEndOf(id))).doesNotContain("execution_error");
        assertThat(client.history(id).at("/outputs/2/images/0/filename").stringValue())
                .isEqualTo("x_00001_.png");
        assertThat(client.get(view).statusCode()).isEqualTo(404);
        assertThat(simulator.script().book().runsOf(id))
                .flatExtracting(PromptRun::files)
                .containsExactly(new ProducedFile("x_00001_.png", "sub", "output"));
    }

    @Test
    void check31_losesAModelBetweenValidationAndRun() {
        faults.switchOn(new Fault.MissingModel("loras", LORA));
        var error = find(runTextToImage(), "execution_error").data();
        assertThat(error.get("node_type").stringValue()).isEqualTo("LoraLoader");
        assertThat(error.get("exception_type").stringValue()).isEqualTo("FileNotFoundError");
        assertThat(client.json("models/loras").toString()).doesNotContain(LORA);
        assertThat(client.post("prompt", TestClient.prompt(textToImage(2)).toString())
                        .statusCode())
                .isEqualTo(400);
        assertThat(faults.on()).isEmpty();
    }
}
