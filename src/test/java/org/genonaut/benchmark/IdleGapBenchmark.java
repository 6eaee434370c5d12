package org.genonaut.benchmark;

import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.genonaut.TestAccounts;
import org.genonaut.account.AccountId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.book.PromptRun;
import org.genonaut.simulator.book.ReceivedPrompt;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** P1 to P3: how busy the application keeps one server, beside the same prompts in the server's own queue. */
final class IdleGapBenchmark implements Benchmarks.Benchmark {

    private static final int REQUESTS = 20;
    private static final int JOBS_EACH = 10;
    private static final int JOBS = REQUESTS * JOBS_EACH;
    private static final int WARM_UP = 300;
    private static final int SINGLE = 100;
    /** A run takes about 200 ms. */
    private static final double SPEED = 3;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of one server, by its own clock. */
    private record Course(double busy, double mean, Samples gaps) {

        static Course of(List<PromptRun> runs) {
            var inOrder =
                    runs.stream().sorted(Comparator.comparing(PromptRun::begun)).toList();
            var gaps = new Samples();
            double executing = 0;
            for (int i = 0; i < inOrder.size(); i++) {
                executing += millis(inOrder.get(i).begun(), end(inOrder.get(i)));
                if (i > 0) {
                    gaps.add(millis(end(inOrder.get(i - 1)), inOrder.get(i).begun()));
                }
            }
            double wall = millis(inOrder.getFirst().begun(), end(inOrder.getLast()));
            return new Course(executing / wall, executing / inOrder.size(), gaps);
        }

        private static Instant end(PromptRun run) {
            return run.ended().orElseThrow();
        }
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    @Override
    public Figures run() throws Exception {
        var options =
                SimulatorOptions.defaults().withPreviews(false).withSpeed(SPEED).withName("Bench");
        try (var ours = Simulator.start(options);
                var direct = Simulator.start(options);
                var context = BenchmarkApplication.start("genonaut.comfyui.urls=Bench=" + ours.url())) {
            BenchmarkApplication.awaitReady(context);
            var account = context.getBean(TestAccounts.class).member("bench").id();
            var latency = latency(context, account, ours);
            int before = ours.script().book().runs().size();
            for (int i = 0; i < REQUESTS; i++) {
                submit(context, account, JOBS_EACH);
            }
            var busy = Course.of(runs(ours, before));
            post(direct, ours.script().receivedPrompts().subList(before - 1, before + JOBS));
            return table(busy, Course.of(runs(direct, 1)), latency);
        }
    }

    private static Figures table(Course busy, Course own, Samples latency) {
        return new Figures()
                .row(
                        "P1",
                        "GPU busy with 200 jobs of %.0f ms waiting, to the same prompts in ComfyUI's own queue"
                                .formatted(own.mean()),
                        "%.4f / %.4f = %.4f".formatted(busy.busy(), own.busy(), busy.busy() / own.busy()),
                        "≥ 0.99")
                .row(
                        "P2",
                        "one job's end to the next one's start, ms, p50 (p95); in its own queue",
                        of(busy.gaps()) + "; " + of(own.gaps()),
                        "p50 ≤ 5 over its own, p95 ≤ 25")
                .row("P3", "submit → prompt received, idle fleet, ms, p50 (p95)", of(latency), "≤ 25 (≤ 80)");
    }

    private static String of(Samples samples) {
        return "%.1f (%.1f)".formatted(samples.p50(), samples.p95());
    }

    private static Samples latency(ApplicationContext context, AccountId account, Simulator server) {
        var latency = new Samples();
        for (int i = 0; i < WARM_UP + SINGLE; i++) {
            awaitIdle(context, account);
            var begin = Instant.now();
            submit(context, account, 1);
            runs(server, i, 1);
            var received = server.script().book().received().get(i);
            if (i >= WARM_UP) {
                latency.add(millis(begin, received.at()));
            }
        }
        return latency;
    }

    /** Nothing is written down any more of what ran before. */
    private static void awaitIdle(ApplicationContext context, AccountId account) {
        var generations = context.getBean(GenerationService.class);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> generations.list(account, null, 1).items().stream()
                        .noneMatch(generation -> generation.status().isOpen()));
    }

    private static void submit(ApplicationContext context, AccountId account, int jobs) {
        // Another seed for each: an identical graph would be answered from cache.
        var parameters =
                aGeneration().ofSize(512, 512).inBatchesOf(1, jobs).build().withSeed(Seed.random());
        context.getBean(GenerationService.class).submit(account, GenerationDraft.of(parameters));
    }

    private static List<PromptRun> runs(Simulator server, int skip) {
        return runs(server, skip, JOBS);
    }

    private static List<PromptRun> runs(Simulator server, int skip, int count) {
        var book = server.script().book();
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> book.runs().stream()
                                .filter(run -> run.outcome() == PromptRun.Outcome.SUCCESS)
                                .count()
                        >= skip + count);
        return book.runs().subList(skip, skip + count);
    }

    /** The first of them loads the model, as our first one did. */
    private static void post(Simulator server, List<ReceivedPrompt> prompts) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            for (var prompt : prompts) {
                var body = JSON.createObjectNode();
                body.set("prompt", prompt.prompt());
                body.put("client_id", "direct")
                        .put("prompt_id", UUID.randomUUID().toString());
                var request = HttpRequest.newBuilder(server.url().resolve("/prompt"))
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .header("Content-Type", "application/json")
                        .build();
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("Not accepted: " + answer.body());
                }
            }
        }
    }
}
