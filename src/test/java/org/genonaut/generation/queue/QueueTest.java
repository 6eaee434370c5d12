package org.genonaut.generation.queue;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@GenonautTest
@TestPropertySource(properties = "genonaut.run.enabled=false")
class QueueTest {

    private static final int NO_LIMIT = 1_000;

    @Autowired
    private JobQueue queue;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Cancels cancels;

    @Autowired
    private Claims claims;

    @Autowired
    private Leases leases;

    @Autowired
    private JobEnds ends;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestTables tables;

    @Autowired
    private TestAccounts accounts;

    private AccountId maya;
    private AccountId noah;
    private BackendId atlas;
    private BackendId borealis;
    private UUID checkpoint;

    @BeforeEach
    void twoBackendsWithOneCheckpoint() {
        tables.empty();
        maya = accounts.member("maya").id();
        noah = accounts.member("noah").id();
        atlas = backend("Atlas");
        borealis = backend("Borealis");
        checkpoint = model("jugger.safetensors", atlas, borealis);
    }

    @Test
    void givesAccountsTurnsHoweverMuchOneHasWaiting() {
        enqueue(maya, 10, checkpoint);
        enqueue(noah, 3, checkpoint);

        var order = Stream.generate(this::claimAndComplete).limit(6).toList();

        assertThat(order).containsExactly(maya, noah, maya, noah, maya, noah);
    }

    @Test
    void givesABackendOnlyJobsWhoseFilesItHas() {
        var rare = model("rare.safetensors", borealis);
        enqueue(maya, 1, checkpoint, rare);

        assertThat(claims.claim(ClaimWish.any(atlas))).isEmpty();
        assertThat(claims.claim(ClaimWish.any(borealis))).isPresent();
    }

    @Test
    void movesWaitingJobsWhenAFileArrives() {
        var rare = model("rare.safetensors");
        enqueue(maya, 1, checkpoint, rare);
        assertThat(claims.claim(ClaimWish.any(atlas))).isEmpty();

        present(rare, atlas);
        transactions.executeWithoutResult(status -> new Pools(jdbc)
                .recompute(jdbc.sql("select id from requirement")
                        .query(Integer.class)
                        .single()));

        assertThat(claims.claim(ClaimWish.any(atlas))).isPresent();
    }

    @Test
    void givesABackendNoMoreJobsThanItHasSlots() {
        enqueue(maya, 5, checkpoint);

        assertThat(claims.claim(ClaimWish.any(atlas))).isPresent();
        assertThat(claims.claim(ClaimWish.any(atlas))).isPresent();
        assertThat(claims.claim(ClaimWish.any(atlas))).isEmpty();
    }

    @Test
    void givesNoJobTwice() throws Exception {
        enqueue(maya, 60, checkpoint);
        enqueue(noah, 60, checkpoint);

        var taken = new ArrayList<UUID>();
        try (var claimers = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<List<UUID>>>();
            for (int i = 0; i < 6; i++) {
                var backend = i % 2 == 0 ? atlas : borealis;
                results.add(claimers.submit(() -> drain(backend)));
            }
            for (var result : results) {
                taken.addAll(result.get());
            }
        }

        assertThat(taken).hasSize(120);
        assertThat(new HashSet<>(taken)).hasSize(120);
        assertThat(openJobs(maya)).isZero();
        assertThat(openJobs(noah)).isZero();
    }

    private List<UUID> drain(BackendId backend) {
        var taken = new ArrayList<UUID>();
        // Another claimer may hold both slots for a moment.
        for (int empty = 0; empty < 200; ) {
            var claim = claims.claim(ClaimWish.any(backend));
            claim.ifPresent(got -> {
                taken.add(got.job().value());
                assertThat(ends.complete(got, List.of(), Measured.NOTHING)).isTrue();
            });
            empty = claim.isPresent() ? 0 : empty + 1;
        }
        return taken;
    }

    @Test
    void letsOnlyTheLatestHolderEndAJob() {
        enqueue(maya, 1, checkpoint);
        var first = claims.claim(ClaimWish.any(atlas)).orElseThrow();
        attempts.posted(first);
        leaseRunsOut();

        var second = leases.takeOver().getFirst();

        assertThat(second.resumed()).isTrue();
        assertThat(second.attempt().promptId()).isEqualTo(first.attempt().promptId());
        assertThat(leases.standing(first)).isEqualTo(Leases.Standing.LOST);
        assertThat(ends.complete(first, List.of(image(0)), Measured.NOTHING)).isFalse();
        assertThat(ends.complete(second, List.of(image(0)), Measured.NOTHING)).isTrue();
        assertThat(ends.complete(second, List.of(image(1)), Measured.NOTHING)).isFalse();
        assertThat(count("generation_image")).isEqualTo(1);
    }

    @Test
    void beginsAnewWhatADeadNodeHadNotPosted() {
        enqueue(maya, 1, checkpoint);
        var first = claims.claim(ClaimWish.any(atlas)).orElseThrow();
        leaseRunsOut();

        var second = leases.takeOver().getFirst();

        assertThat(second.resumed()).isFalse();
        assertThat(second.attempt()).isEqualTo(first.attempt());
    }

    @Test
    void takesOverNothingThatIsRenewed() {
        enqueue(maya, 1, checkpoint);
        var claim = claims.claim(ClaimWish.any(atlas)).orElseThrow();
        leaseRunsOut();

        assertThat(leases.renew(Set.of(claim))).containsExactly(claim.token());

        assertThat(leases.takeOver()).isEmpty();
    }

    @Test
    void triesAgainAfterAPauseWithANewPromptId() {
        enqueue(maya, 1, checkpoint);
        var first = claims.claim(ClaimWish.any(atlas)).orElseThrow();

        assertThat(ends.retry(first, new Again("lost", "", Duration.ofHours(1), false, 0, false)))
                .isTrue();
        assertThat(ends.resumeDue()).isZero();
        assertThat(claims.claim(ClaimWish.any(atlas))).isEmpty();
        jdbc.sql("update generation_job set not_before = utc_timestamp(6)").update();
        assertThat(ends.resumeDue()).isEqualTo(1);

        var second = claims.claim(ClaimWish.any(atlas)).orElseThrow();
        assertThat(second.attempt().number()).isEqualTo(2);
        assertThat(second.attempt().promptId()).isNotEqualTo(first.attempt().promptId());
    }

    @Test
    void refusesMoreOpenJobsThanTheLimit() {
        enqueue(maya, 3, checkpoint);

        assertThatThrownBy(() -> enqueue(maya, 2, 4, checkpoint)).isInstanceOf(QueueFull.class);

        enqueue(maya, 1, 4, checkpoint);
        assertThat(openJobs(maya)).isEqualTo(4);
    }

    @Test
    void cancelsWhatWaitsAndNamesWhatRuns() {
        var request = enqueue(maya, 3, checkpoint);
        var running = claims.claim(ClaimWish.any(atlas)).orElseThrow();

        var marked = transactions.execute(status -> cancels.cancel(request));

        assertThat(marked).containsExactly(running.job());
        assertThat(openJobs(maya)).isEqualTo(1);
        assertThat(status(request)).isEqualTo("processing");
        assertThat(leases.cancelRequested(Set.of(running))).containsExactly(running.token());
        assertThat(ends.cancelled(running, Measured.NOTHING)).isTrue();
        assertThat(status(request)).isEqualTo("cancelled");
        assertThat(openJobs(maya)).isZero();
    }

    @Test
    void completesARequestOfWhichSomeJobsFailed() {
        var request = enqueue(maya, 2, checkpoint);
        ends.complete(claims.claim(ClaimWish.any(atlas)).orElseThrow(), List.of(image(0)), Measured.NOTHING);
        assertThat(status(request)).isEqualTo("processing");
        ends.fail(
                claims.claim(ClaimWish.any(atlas)).orElseThrow(),
                new Failure("node_failed", "It broke.", "details", null, false),
                Measured.NOTHING);

        assertThat(status(request)).isEqualTo("completed");
        assertThat(jdbc.sql("select error from generation_request")
                        .query(String.class)
                        .single())
                .isEqualTo("1 of 2 failed: It broke.");
    }

    private AccountId claimAndComplete() {
        var claim = claims.claim(ClaimWish.any(atlas)).orElseThrow();
        ends.complete(claim, List.of(), new Measured(Duration.ofSeconds(5), Duration.ZERO, false));
        return claim.account();
    }

    private UUID enqueue(AccountId account, int jobs, UUID... files) {
        return enqueue(account, jobs, NO_LIMIT, files);
    }

    private UUID enqueue(AccountId account, int jobs, int limit, UUID... files) {
        var request = TimeOrderedId.next();
        var seeds = IntStream.range(0, jobs).mapToObj(BigInteger::valueOf).toList();
        transactions.executeWithoutResult(status -> {
            insertRequest(request, account, jobs);
            queue.enqueue(
                    new NewJobs(request, account, Stream.of(files).collect(toSet()), files[0], seeds, 5, 5, 1), limit);
        });
        return request;
    }

    private void insertRequest(UUID request, AccountId account, int jobs) {
        jdbc.sql("""
                insert into generation_request (id, account_id, prompt, negative_prompt, checkpoint_model, lora_models,
                  width, height, batch_size, batch_count, seed, steps, cfg, sampler_name, scheduler, denoise, parameters,
                  status, created_at, updated_at)
                values (?, ?, '', '', 'x', '[]', 64, 64, 1, ?, 0, 1, 1, 'euler', 'normal', 1, '{}', 'pending',
                  utc_timestamp(6), utc_timestamp(6))""").params(request, account.value(), jobs).update();
    }

    private BackendId backend(String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into backend (id, name, url, origin, enabled, created_at, updated_at, version)"
                        + " values (?, ?, 'http://127.0.0.1:1', 'config', true, utc_timestamp(6), utc_timestamp(6), 0)")
                .params(id, name)
                .update();
        for (int slot = 0; slot < 2; slot++) {
            jdbc.sql("insert into backend_slot (backend_id, slot_no) values (?, ?)")
                    .params(id, slot)
                    .update();
        }
        return new BackendId(id);
    }

    private UUID model(String name, BackendId... backends) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into model (id, type, name, family, title, is_active, trigger_words, metadata, created_at,"
                        + " updated_at, version) values (?, 'checkpoint', ?, 'sdxl', ?, true, '', '{}',"
                        + " utc_timestamp(6), utc_timestamp(6), 0)")
                .params(id, name, name)
                .update();
        for (var backend : backends) {
            present(id, backend);
        }
        return id;
    }

    private void present(UUID model, BackendId backend) {
        jdbc.sql("insert into model_presence (model_id, backend_id, name, seen_at)"
                        + " values (?, ?, 'x', utc_timestamp(6))")
                .params(model, backend.value())
                .update();
    }

    private static JobImage image(int position) {
        var id = TimeOrderedId.next();
        return new JobImage(
                id, position, position, BigInteger.ONE, "a/" + id + ".png", new byte[32], "image/png", 1, 64, 64);
    }

    private void leaseRunsOut() {
        jdbc.sql("update backend_slot set lease_until = utc_timestamp(6) - interval 1 second where job_id is not null")
                .update();
    }

    private int openJobs(AccountId account) {
        return jdbc.sql("select open_jobs from queue_flow where account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    private String status(UUID request) {
        return jdbc.sql("select status from generation_request where id = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
