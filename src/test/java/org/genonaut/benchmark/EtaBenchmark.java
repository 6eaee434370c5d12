package org.genonaut.benchmark;

import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.genonaut.GenonautApplication;
import org.genonaut.TestAccounts;
import org.genonaut.account.AccountId;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.database.TestDatabase;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.forecast.Receipts;
import org.genonaut.generation.recipe.Seed;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many jobs begin within the range that was promised when they were sent, on a busy fleet whose runs vary. */
final class EtaBenchmark implements Benchmarks.Benchmark {

    private static final int ACCOUNTS = 5;
    private static final int REQUESTS = 330;
    /** Before that, nobody has learned anything. */
    private static final int WARM_UP = 60;
    /** Together about what the fleet does, so that the queue grows and shrinks. */
    private static final double PAUSE_MILLIS = 770;

    private static final List<String> CHECKPOINTS =
            List.of("juggernautXL_v9.safetensors", "sd_xl_base_1.0.safetensors");

    private final Random random = new Random(7);

    @Override
    public Figures run() throws Exception {
        try (var fleet = new VaryingFleet(List.of("Atlas", "Borealis", "Ceres"), random);
                var node = start(fleet)) {
            var promises = send(node);
            var kept = Kept.of(promises.subList(WARM_UP, promises.size()), starts(node));
            return new Figures()
                    .row(
                            "eta",
                            "starts within the range that was promised, on 3 backends with runs of 0.2–1.2 s",
                            kept.text(),
                            "80 % (70–90)");
        }
    }

    private static ConfigurableApplicationContext start(VaryingFleet servers) {
        var node = new SpringApplicationBuilder(GenonautApplication.class)
                .profiles("test")
                .initializers(new TestDatabase())
                .run("--server.port=0", "--genonaut.comfyui.urls=" + servers.urls());
        var fleet = node.getBean(Fleet.class);
        var catalog = node.getBean(ModelCatalog.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> fleet.backends().stream().allMatch(Backend::isUp)
                        && CHECKPOINTS.stream()
                                .allMatch(name -> catalog.find(ModelType.CHECKPOINT, name)
                                        .filter(model -> model.presence().size()
                                                == fleet.backends().size())
                                        .isPresent()));
        return node;
    }

    private List<Promise> send(ConfigurableApplicationContext node) throws InterruptedException {
        var accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(number ->
                        node.getBean(TestAccounts.class).member("eta-" + number).id())
                .toList();
        var promises = new ArrayList<Promise>();
        for (int sent = 0; sent < REQUESTS; sent++) {
            // Sometimes somebody wants much at once.
            int jobs = random.nextInt(12) == 0 ? 12 : 1 + random.nextInt(2);
            promises.add(send(node, accounts.get(random.nextInt(ACCOUNTS)), jobs));
            Thread.sleep(Math.round(-PAUSE_MILLIS * Math.log(1 - random.nextDouble())));
        }
        var open = node.getBean(JdbcClient.class)
                .sql("select count(*) from generation_request where status in ('pending', 'processing')")
                .query(Integer.class);
        await().atMost(Duration.ofMinutes(2)).until(() -> open.single() == 0);
        return promises;
    }

    private Promise send(ConfigurableApplicationContext node, AccountId account, int jobs) {
        var wanted = aGeneration()
                .withCheckpoint(CHECKPOINTS.get(random.nextInt(10) == 0 ? 1 : 0))
                .ofSize(64, 64)
                .inBatchesOf(1, jobs)
                .build()
                .withSeed(Seed.random());
        var id = node.getBean(GenerationService.class).submit(account, GenerationDraft.of(wanted));
        var receipt = node.getBean(Receipts.class).of(account, id);
        return new Promise(id.value(), Instant.now(), receipt.orElse(null));
    }

    /** When each job began. */
    private static List<Kept.Start> starts(ConfigurableApplicationContext node) {
        return node
                .getBean(JdbcClient.class)
                .sql("""
                        select j.request_id, min(coalesce(a.started_at, a.ended_at - interval a.run_ms * 1000 microsecond)) began
                          from generation_job j join generation_attempt a on a.job_id = j.id
                         group by j.id, j.request_id order by began""")
                .query((row, number) ->
                        started(row.getObject("request_id", UUID.class), row.getObject("began", Instant.class)))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Kept.Start> started(UUID request, @Nullable Instant began) {
        return began == null ? List.of() : List.of(new Kept.Start(request, began));
    }
}
