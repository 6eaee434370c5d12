package org.genonaut.benchmark;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genonaut.TestAccounts;
import org.genonaut.account.AccountId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** L1: submits at a steady rate for a minute while hundreds of generations are open, and what became of each of them. */
final class LoadBenchmark implements Benchmarks.Benchmark {

    private static final int OPEN = 500;
    private static final int RATE = 50;
    private static final int SECONDS = 60;
    private static final int ACCOUNTS = 50;
    /** As many as a busy web server would let through at once. */
    private static final int AT_ONCE = 16;

    private static final String WRONG = """
            select count(*) from generation_request r
             where r.status <> 'completed' or 1 <> (select count(*) from generation_image i where i.request_id = r.id)""";

    private record Sent(Samples submits, int most) {}

    @Override
    public Figures run() throws Exception {
        var servers = Stream.of("Atlas", "Borealis", "Ceres", "Draco")
                .map(name -> Simulator.start(SimulatorOptions.instant().withName(name)))
                .toList();
        try (var context = BenchmarkApplication.start("genonaut.comfyui.urls="
                + servers.stream()
                        .map(server -> server.name() + "=" + server.url())
                        .collect(joining(",")))) {
            BenchmarkApplication.awaitReady(context);
            var sent = send(context);
            long begun = System.nanoTime();
            var jdbc = context.getBean(JdbcClient.class);
            await().atMost(Duration.ofMinutes(8))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> open(jdbc) == 0);
            double rest = (System.nanoTime() - begun) / 1e9;
            int all = OPEN + RATE * SECONDS;
            int stored = count(jdbc, "select count(*) from generation_request");
            return new Figures()
                    .row(
                            "L1",
                            "submit, %d a second for a minute while %d and more are open (%d at most), ms, p50 (p95)"
                                    .formatted(RATE, OPEN, sent.most()),
                            "%.1f (%.1f)"
                                    .formatted(
                                            sent.submits().p50(), sent.submits().p95()),
                            "p95 ≤ 150")
                    .row(
                            "L1",
                            "of %d generations: wrong states; lost (all ended %.0f s after the last submit)"
                                    .formatted(all, rest),
                            "%d; %d".formatted(wrong(jdbc), all - stored),
                            "0; 0");
        } finally {
            servers.forEach(Simulator::close);
        }
    }

    /** Each submit begins when it is due, whatever became of those before, and is timed from then. */
    private static Sent send(ApplicationContext context) throws Exception {
        var generations = context.getBean(GenerationService.class);
        var jdbc = context.getBean(JdbcClient.class);
        var accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(number -> context.getBean(TestAccounts.class)
                        .member("load-" + number)
                        .id())
                .toList();
        for (int i = 0; i < OPEN; i++) {
            submit(generations, accounts, i);
        }
        var submits = new Samples();
        int most = 0;
        try (var threads = Executors.newScheduledThreadPool(AT_ONCE)) {
            var results = new ArrayList<Future<?>>();
            long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
            for (int i = 0; i < RATE * SECONDS; i++) {
                int number = i;
                long due = begin + TimeUnit.SECONDS.toNanos(i) / RATE;
                results.add(threads.schedule(
                        () -> {
                            submit(generations, accounts, number);
                            submits.add((System.nanoTime() - due) / 1e6);
                        },
                        due - System.nanoTime(),
                        TimeUnit.NANOSECONDS));
            }
            for (int i = 0; i < results.size(); i++) {
                results.get(i).get();
                most = i % RATE == 0 ? Math.max(most, open(jdbc)) : most;
            }
        }
        return new Sent(submits, most);
    }

    private static void submit(GenerationService generations, List<AccountId> accounts, int number) {
        var parameters = aGeneration().ofSize(64, 64).build().withSeed(Seed.random());
        generations.submit(accounts.get(number % ACCOUNTS), GenerationDraft.of(parameters));
    }

    private static int open(JdbcClient jdbc) {
        return count(jdbc, "select count(*) from generation_request where status in ('pending', 'processing')");
    }

    private static int wrong(JdbcClient jdbc) {
        return count(jdbc, WRONG);
    }

    private static int count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
