package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.comfyui.StandIn.EMPTY_QUEUE;
import static org.genonaut.comfyui.StandIn.FAST;
import static org.genonaut.comfyui.StandIn.NO_HISTORY;

import java.net.URI;
import org.genonaut.comfyui.StandIn.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executions at a server that has no WebSocket and often answers oddly. */
@Timeout(60)
class ExecutionOverHttpTest {

    private final StandIn server = new StandIn();
    private final ComfyUIClient client = new ComfyUIClient(server.connection(), FAST);
    private final Execution execution = new Execution(PromptId.random(), ClientId.random(), workflow());
    private final PromptId prompt = execution.promptId();
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void succeedsWithoutAnySocket() throws Exception {
        server.on("POST /prompt", taken())
                .on("GET /history/" + prompt, NO_HISTORY, NO_HISTORY, history("success"))
                .on("GET /queue", running());

        assertThat(client.execute(execution, heard)).isInstanceOf(ExecutionResult.Success.class);
        assertThat(heard.said()).startsWith("accepted", "QUEUED", "LOADING");
    }

    @Test
    void sendsItsIdsAsStringsAndEveryNodeWithInputs() throws Exception {
        server.on("POST /prompt", taken()).on("GET /history/" + prompt, history("success"));

        client.execute(execution, heard);

        assertThat(server.requests())
                .anySatisfy(request -> assertThat(request)
                        .startsWith("POST /prompt {\"prompt\":{\"1\":{\"class_type\":\"EmptyImage\",\"inputs\":{}}}")
                        .contains("\"client_id\":\"" + execution.clientId() + "\"")
                        .contains("\"prompt_id\":\"" + prompt + "\"")
                        .contains("\"extra_data\":{"));
    }

    @Test
    void isRejectedWithTheReasons() throws Exception {
        server.on("POST /prompt", reply(400, "rejections/steps-too-small.json"));

        assertThat(client.execute(execution, heard))
                .isInstanceOfSatisfying(
                        ExecutionResult.Rejected.class,
                        failure -> assertThat(failure.errors()).hasSize(1));
        assertThat(heard.said()).isEmpty();
    }

    @Test
    void isRejectedAndWithdrawnWhenTheServerAcceptsOnlyAPart() throws Exception {
        server.on("POST /prompt", reply(200, "rejections/half-accepted.json"))
                .on("POST /queue", Reply.empty(200))
                .on("GET /queue", EMPTY_QUEUE);

        assertThat(client.execute(execution, heard)).isInstanceOf(ExecutionResult.Rejected.class);
        assertThat(server.count("POST /queue {\"delete\":[\"" + prompt)).isEqualTo(1);
    }

    @Test
    void doesNotSendAgainWhatArrivedInSpiteOfAnError() throws Exception {
        server.on("POST /prompt", Reply.page(500))
                .on("GET /queue", running())
                .on("GET /history/" + prompt, NO_HISTORY, NO_HISTORY, history("success"));

        assertThat(client.execute(execution, heard)).isInstanceOf(ExecutionResult.Success.class);
        assertThat(server.count("POST /prompt")).isEqualTo(1);
    }

    @Test
    void sendsAgainUnderTheSameIdWhatDidNotArrive() throws Exception {
        server.on("POST /prompt", Reply.broken(), taken())
                .on("GET /queue", EMPTY_QUEUE)
                .on("GET /history/" + prompt, NO_HISTORY, NO_HISTORY, NO_HISTORY, NO_HISTORY, history("success"));

        assertThat(client.execute(execution, heard)).isInstanceOf(ExecutionResult.Success.class);
        assertThat(server.requests().stream().filter(request -> request.startsWith("POST /prompt")))
                .hasSize(2)
                .allMatch(request -> request.contains(prompt.toString()));
    }

    @Test
    void looksWhenTheAnswerToItsPostNeverComes() throws Exception {
        server.on("POST /prompt", Reply.never())
                .on("GET /queue", running())
                .on("GET /history/" + prompt, NO_HISTORY, NO_HISTORY, history("success"));

        assertThat(client.execute(execution, heard)).isInstanceOf(ExecutionResult.Success.class);
    }

    @Test
    void takesADuplicateIdForAnArrivalOfItsOwn() throws Exception {
        server.on("POST /prompt", Reply.json(409, "{\"error\":\"prompt_id already exists\"}"))
                .on("GET /history/" + prompt, history("success"));

        assertThat(client.execute(execution, heard)).isInstanceOf(ExecutionResult.Success.class);
    }

    @Test
    void isUnreachableWhenNothingListens() throws Exception {
        server.close();

        assertThat(client.execute(execution, heard)).isInstanceOf(ExecutionResult.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 403, 404, 405, 500, 502, 504})
    void isUnreachableBehindAProxyThatAnswersWithPages(int status) throws Exception {
        server.on("POST /prompt", Reply.page(status))
                .on("GET /queue", Reply.page(status))
                .on("GET /history/" + prompt, Reply.page(status));

        assertThat(client.execute(execution, heard))
                .isInstanceOfSatisfying(
                        ExecutionResult.Unreachable.class,
                        failure -> assertThat(failure.why()).contains("/prompt", String.valueOf(status)));
    }

    @Test
    void isUnreachableAtAServerThatChoosesTheIdItself() throws Exception {
        server.on("POST /prompt", Reply.json("{\"prompt_id\":\"" + PromptId.random() + "\",\"node_errors\":{}}"));

        assertThat(client.execute(execution, heard))
                .isInstanceOfSatisfying(
                        ExecutionResult.Unreachable.class,
                        failure -> assertThat(failure.why()).contains("0.3.45"));
    }

    @Test
    void isLostWhenTheServerForgetsIt() throws Exception {
        server.on("POST /prompt", taken()).on("GET /queue", EMPTY_QUEUE).on("GET /history/" + prompt, NO_HISTORY);

        assertThat(client.execute(execution, heard)).isEqualTo(new ExecutionResult.Lost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[]", "null", "{\"PROMPT\":[]}", "{\"PROMPT\":{\"status\":[]}}"})
    void endsInAClearFailureWhenTheHistoryIsBroken(String history) throws Exception {
        server.on("POST /prompt", taken())
                .on("GET /queue", EMPTY_QUEUE)
                .on("GET /history/" + prompt, Reply.json(history.replace("PROMPT", prompt.toString())));

        assertThat(client.execute(execution, heard)).isInstanceOf(ExecutionResult.Failure.class);
    }

    @Test
    void endsAsInterruptedWhenItIsCancelledWhileItWaits() throws Exception {
        server.on("POST /prompt", taken())
                .on("GET /queue", waiting())
                .on("POST /queue", Reply.empty(200))
                .on("GET /history/" + prompt, NO_HISTORY);
        var result = inBackground();
        heard.awaitAccepted();

        server.on("GET /queue", EMPTY_QUEUE);
        client.cancel(prompt);

        assertThat(result.result()).isEqualTo(new ExecutionResult.Interrupted());
        assertThat(server.count("POST /interrupt")).isZero();
    }

    @Test
    void interruptsByItsIdWhatRuns() throws Exception {
        server.on("POST /queue", Reply.empty(200))
                .on("POST /interrupt", Reply.empty(200))
                .on("GET /queue", running());

        client.cancel(prompt);

        assertThat(server.requests())
                .containsSubsequence(
                        "POST /queue {\"delete\":[\"" + prompt + "\"]}",
                        "GET /queue ",
                        "POST /interrupt {\"prompt_id\":\"" + prompt + "\"}");
    }

    @Test
    void neverInterruptsWhileAnotherPromptRuns() {
        server.on("POST /queue", Reply.empty(200)).on("GET /queue", queue(PromptId.random(), null));

        client.cancel(prompt);

        assertThat(server.count("POST /interrupt")).isZero();
    }

    @Test
    void cancelsInOneStepWhereTheServerCan() {
        server.on("POST /api/jobs/" + prompt + "/cancel", Reply.json("{\"cancelled\":true}"));

        client.cancel(prompt);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void letsGoWhenItsThreadIsInterruptedAndCancelsNothing() throws Exception {
        server.on("POST /prompt", taken()).on("GET /queue", running()).on("GET /history/" + prompt, NO_HISTORY);
        var result = inBackground();
        heard.awaitAccepted();

        result.interrupt();

        assertThat(result.fault()).isInstanceOf(InterruptedException.class);
        assertThat(server.requests()).noneMatch(request -> request.startsWith("POST /queue"));
    }

    @Test
    void letsGoWhenTheClientIsClosed() throws Exception {
        server.on("POST /prompt", taken()).on("GET /queue", running()).on("GET /history/" + prompt, NO_HISTORY);
        var result = inBackground();
        heard.awaitAccepted();

        client.close();

        assertThat(result.fault()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void attachesToWhatHasEndedMeanwhile() throws Exception {
        server.on("GET /history/" + prompt, history("success"));

        assertThat(client.attach(prompt, ClientId.random(), heard)).isInstanceOf(ExecutionResult.Success.class);
    }

    @Test
    void attachesToWhatStillRuns() throws Exception {
        server.on("GET /queue", running()).on("GET /history/" + prompt, NO_HISTORY, NO_HISTORY, history("success"));

        assertThat(client.attach(prompt, ClientId.random(), heard)).isInstanceOf(ExecutionResult.Success.class);
        assertThat(heard.said()).containsExactly("QUEUED", "LOADING");
    }

    @Test
    void findsOutThatWhatItAttachesToIsLost() throws Exception {
        server.on("GET /queue", EMPTY_QUEUE).on("GET /history/" + prompt, NO_HISTORY);

        assertThat(client.attach(prompt, ClientId.random(), heard)).isEqualTo(new ExecutionResult.Lost());
    }

    @Test
    void attachesToAServerThatIsAwayForAMoment() throws Exception {
        server.on("GET /queue", EMPTY_QUEUE).on("GET /history/" + prompt, Reply.page(502), history("success"));

        assertThat(client.attach(prompt, ClientId.random(), heard)).isInstanceOf(ExecutionResult.Success.class);
    }

    @Test
    void connectsToAnAddressWithoutAServer() throws Exception {
        try (var nowhere = new ComfyUIClient(Connection.to(URI.create("http://127.0.0.1:1")), FAST)) {
            assertThat(nowhere.attach(prompt, ClientId.random(), heard))
                    .isInstanceOf(ExecutionResult.Unreachable.class);
        }
    }

    private Background inBackground() {
        return Background.start(() -> client.execute(execution, heard));
    }

    private static Workflow workflow() {
        var workflow = Workflow.builder();
        workflow.add("EmptyImage", in -> {});
        return workflow.build();
    }

    private Reply taken() {
        return Reply.json("{\"prompt_id\":\"" + prompt + "\",\"number\":7,\"node_errors\":{}}");
    }

    private Reply history(String name) {
        var entry = Recorded.json("history/" + name + ".json");
        return Reply.json("{\"" + prompt + "\":" + entry + "}");
    }

    private static Reply reply(int status, String recording) {
        return Reply.json(status, Recorded.json(recording).toString());
    }

    private Reply running() {
        return queue(prompt, null);
    }

    private Reply waiting() {
        return queue(PromptId.random(), prompt);
    }

    private static Reply queue(PromptId running, @Nullable PromptId waiting) {
        return Reply.json("{\"queue_running\":[%s],\"queue_pending\":[%s]}"
                .formatted(item(running), waiting == null ? "" : item(waiting)));
    }

    private static String item(PromptId prompt) {
        return "[1,\"" + prompt + "\",{\"1\":{\"class_type\":\"EmptyImage\",\"inputs\":{}}},{},[\"1\"]]";
    }
}
