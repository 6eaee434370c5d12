package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.textToImage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.genonaut.simulator.node.NodeFailure;
import org.genonaut.simulator.protocol.Dialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs, as newer servers list and cancel them. */
class JobsTest {
    private Simulator simulator;
    private TestClient client;
    private TestSocket socket;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.instant().withDialect(Dialect.NEWER));
        client = new TestClient(simulator);
        socket = client.open("a");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String status(String job) {
        return client.json("api/jobs/" + job).get("status").stringValue();
    }

    private String answer(String path, String body) {
        var response = client.post(path, body);
        return response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8);
    }

    private List<String> listed(String query) {
        return client.json("api/jobs" + query)
                .get("jobs")
                .valueStream()
                .map(job -> job.get("id").stringValue())
                .toList();
    }

    @Test
    void tellsHowFarEachJobIs() {
        var done = client.submit(emptyImage(1, "x"), "a");
        socket.untilEndOf(done);
        simulator.script().failNext(NodeFailure.outOfMemoryAt("SaveImage"));
        var failed = client.submit(emptyImage(2, "x"), "a");
        socket.untilEndOf(failed);
        var pause = simulator.script().pauseAtStep(1);
        var running = client.submit(textToImage(2), "a");
        pause.awaitReached();
        var pending = client.submit(emptyImage(3, "x"), "a");
        assertThat(List.of(status(done), status(failed), status(running), status(pending)))
                .containsExactly("completed", "failed", "in_progress", "pending");
        assertThat(listed("?status=completed,failed&sort_order=asc")).containsExactly(done, failed);
        assertThat(client.json("api/jobs/" + failed)
                        .at("/execution_error/exception_type")
                        .stringValue())
                .isEqualTo("torch.OutOfMemoryError");
        pause.release();
    }

    @Test
    void showsAJobWithWhatItMade() {
        var id = client.submit(emptyImage(1, "x"), "a");
        socket.untilEndOf(id);
        var job = client.json("api/jobs/" + id);
        assertThat(job.get("outputs_count").intValue()).isEqualTo(1);
        assertThat(job.at("/preview_output/filename").stringValue()).isEqualTo("x_00001_.png");
        assertThat(job.at("/outputs/2/images/0/filename").stringValue()).isEqualTo("x_00001_.png");
        assertThat(job.at("/execution_status/completed").booleanValue()).isTrue();
        assertThat(job.at("/workflow/prompt/1/class_type").stringValue()).isEqualTo("EmptyImage");
        assertThat(job.get("execution_end_time").longValue())
                .isGreaterThanOrEqualTo(job.get("execution_start_time").longValue());
        assertThat(job.get("create_time").longValue())
                .isLessThanOrEqualTo(job.get("execution_start_time").longValue());
    }

    @Test
    void showsJobsPageByPage() {
        for (var colour = 0; colour < 3; colour++) {
            socket.untilEndOf(client.submit(emptyImage(colour, "x"), "a"));
        }
        var page = client.json("api/jobs?limit=2&offset=0");
        assertThat(page.get("jobs").size()).isEqualTo(2);
        assertThat(page.get("pagination").toString())
                .isEqualTo("{\"offset\":0,\"limit\":2,\"total\":3,\"has_more\":true}");
        assertThat(client.json("api/jobs?limit=2&offset=2")
                        .at("/pagination/has_more")
                        .booleanValue())
                .isFalse();
        assertThat(listed("?sort_by=execution_duration")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=nonsense", "limit=0", "limit=x", "offset=-1", "sort_by=name", "sort_order=up"})
    void refusesAListThatCannotBe(String query) {
        assertThat(client.get("api/jobs?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void knowsNoOtherJobsAndNoOtherPath() {
        var unknown = client.get("api/jobs/nosuch");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(new String(unknown.body(), StandardCharsets.UTF_8)).isEqualTo("{\"error\": \"Job not found\"}");
        assertThat(client.get("jobs").statusCode()).isEqualTo(404);
        assertThat(client.post("jobs/nosuch/cancel", "").statusCode()).isEqualTo(405);
    }

    @Test
    void cancelsTheRunningJobAndNoOther() {
        var pause = simulator.script().pauseAtStep(1);
        var running = client.submit(textToImage(3), "a");
        pause.awaitReached();
        var next = client.submit(emptyImage(1, "x"), "a");
        assertThat(answer("api/jobs/" + running + "/cancel", "")).isEqualTo("200 {\"cancelled\": true}");
        assertThat(answer("api/jobs/" + running + "/cancel", "")).isEqualTo("200 {\"cancelled\": true}");
        pause.release();
        socket.untilEndOf(running);
        socket.untilEndOf(next);
        assertThat(List.of(status(running), status(next))).containsExactly("cancelled", "completed");
        assertThat(answer("api/jobs/" + running + "/cancel", "")).isEqualTo("200 {\"cancelled\": false}");
    }

    @Test
    void cancelsAJobThatWaits() {
        var pause = simulator.script().pauseBeforeNextPrompt();
        var first = client.submit(emptyImage(1, "x"), "a");
        var second = client.submit(emptyImage(2, "x"), "a");
        assertThat(answer("api/jobs/" + first + "/cancel", "")).isEqualTo("200 {\"cancelled\": true}");
        assertThat(answer("api/jobs/" + first + "/cancel", "")).isEqualTo("200 {\"cancelled\": false}");
        pause.release();
        socket.untilEndOf(second);
        assertThat(simulator.script().executionsOf(first)).isZero();
    }

    @Test
    void cancelsAllOrNothing() {
        var pause = simulator.script().pauseBeforeNextPrompt();
        var first = client.submit(emptyImage(1, "x"), "a");
        var second = client.submit(emptyImage(2, "x"), "a");
        assertThat(answer("api/jobs/cancel", "{\"job_ids\": [\"%s\", \"nosuch\"]}".formatted(first)))
                .startsWith("404");
        assertThat(status(first)).isEqualTo("pending");
        assertThat(answer("api/jobs/cancel", "{\"job_ids\": [\"%s\", \"%s\"]}".formatted(first, second)))
                .isEqualTo("200 {\"cancelled\": true}");
        assertThat(listed("")).isEmpty();
        pause.release();
    }

    @Test
    void areUnknownToAnOlderServer() {
        try (var older = Simulator.start(SimulatorOptions.instant())) {
            assertThat(new TestClient(older).get("api/jobs?limit=1").statusCode())
                    .isEqualTo(404);
        }
    }
}
