package org.genonaut.generation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.WaitingJobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GenonautTest
class QueueTest {

    /** Of jobs that cost five seconds. */
    private static final double WORK = 25;

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

    private WaitingJobs waiting;
    private AccountId maya;
    private AccountId noah;
    private BackendId atlas;
    private BackendId borealis;
    private UUID checkpoint;

    @BeforeEach
    void twoBackendsWithOneCheckpoint(
            @Autowired ApplicationContext application, @Autowired TestTables tables, @Autowired TestAccounts accounts) {
        tables.empty();
        maya = accounts.member("maya").id();
        noah = accounts.member("noah").id();
        waiting = new WaitingJobs(application);
        atlas = waiting.backend("Atlas");
        borealis = waiting.backend("Borealis");
        checkpoint = waiting.checkpoint("jugger.safetensors", atlas, borealis);
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
        var rare = waiting.checkpoint("rare.safetensors", borealis);
        enqueue(maya, 1, checkpoint, rare);

        assertThat(claims.claim(ClaimWish.any(atlas))).isEmpty();
        assertThat(claims.claim(ClaimWish.any(borealis))).isPresent();
    }

    @Test
    void movesWaitingJobsWhenAFileArrives() {
        var rare = waiting.checkpoint("rare.safetensors");
        enqueue(maya, 1, checkpoint, rare);
        assertThat(claims.claim(ClaimWish.any(atlas))).isEmpty();

        waiting.present(rare, atlas);
        transactions.executeWithoutResult(status -> new Pools(jdbc)
                .recompute(jdbc.sql("select id from requirement")
                        .query(Integer.class)
                        .single()));

        assertThat(claims.claim(ClaimWish.any(atlas))).isPresent();
    }

    @Test
    void movesWaitingJobsWhenABackendComesIntoUse() {
        var rare = waiting.checkpoint("rare.safetensors", atlas);
        use(atlas, false);
        enqueue(maya, 1, checkpoint, rare);
        assertThat(claims.claim(ClaimWish.any(atlas))).isEmpty();

        use(atlas, true);

        await().until(() -> claims.claim(ClaimWish.any(atlas)).isPresent());
    }

    private void use(BackendId backend, boolean enabled) {
        jdbc.sql("update backend set enabled = ?, version = version + 1 where id = ?")
                .params(enabled, backend.value())
                .update();
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
        assertThat(waiting.open(maya)).isZero();
        assertThat(waiting.open(noah)).isZero();
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
        leases.post(first);
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

        assertThatThrownBy(() -> waiting.enqueue(maya, 2, 4, WORK, checkpoint)).isInstanceOf(QueueFull.class);

        waiting.enqueue(maya, 1, 4, WORK, checkpoint);
        assertThat(waiting.open(maya)).isEqualTo(4);
    }

    @Test
    void cancelsWhatWaitsAndNamesWhatRuns() {
        var request = enqueue(maya, 3, checkpoint);
        var running = claims.claim(ClaimWish.any(atlas)).orElseThrow();

        var marked = transactions.execute(status -> cancels.cancel(request));

        assertThat(marked).containsExactly(running.job());
        assertThat(waiting.open(maya)).isEqualTo(1);
        assertThat(waiting.status(request)).isEqualTo("processing");
        assertThat(leases.cancelRequested(Set.of(running))).containsExactly(running.token());
        assertThat(ends.cancelled(running, Measured.NOTHING)).isTrue();
        assertThat(waiting.status(request)).isEqualTo("cancelled");
        assertThat(waiting.open(maya)).isZero();
    }

    @Test
    void completesARequestOfWhichSomeJobsFailed() {
        var request = enqueue(maya, 2, checkpoint);
        ends.complete(claims.claim(ClaimWish.any(atlas)).orElseThrow(), List.of(image(0)), Measured.NOTHING);
        assertThat(waiting.status(request)).isEqualTo("processing");
        ends.fail(
                claims.claim(ClaimWish.any(atlas)).orElseThrow(),
                new Failure("node_failed", "It broke.", "details", null, false),
                Measured.NOTHING);

        assertThat(waiting.status(request)).isEqualTo("completed");
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
        return waiting.enqueue(account, jobs, WORK, files).value();
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

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
