package org.genonaut.generation.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.WaitingJobs;
import org.genonaut.generation.queue.Again;
import org.genonaut.generation.queue.ClaimWish;
import org.genonaut.generation.queue.Claims;
import org.genonaut.generation.queue.JobEnds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receipts over a real queue of backends that do not answer. */
@GenonautTest
class ReceiptsTest {

    @Autowired
    private Receipts receipts;

    @Autowired
    private QueueReader reader;

    @Autowired
    private Claims claims;

    @Autowired
    private JobEnds ends;

    private WaitingJobs waiting;
    private AccountId maya;
    private AccountId noah;
    private BackendId atlas;
    private UUID jugger;

    @BeforeEach
    void aBackendThatIsAway(
            @Autowired ApplicationContext application, @Autowired TestTables tables, @Autowired TestAccounts accounts) {
        tables.empty();
        waiting = new WaitingJobs(application);
        maya = accounts.member("maya").id();
        noah = accounts.member("noah").id();
        atlas = waiting.backend("Atlas");
        jugger = waiting.checkpoint("jugger.safetensors", atlas);
    }

    @Test
    void knowsThePlaceOfWhatHasJustBeenSent() {
        waiting.enqueue(maya, 3, 30, jugger);
        var second = waiting.enqueue(noah, 1, 30, jugger);

        var receipt = receipt(noah, second);

        assertThat(receipt.position()).isEqualTo(new Receipt.Position(2, true));
        assertThat(receipt.why()).isEqualTo(new Why.FleetAway());
        assertThat(receipt.starts()).isNull();
    }

    @Test
    void promisesNoStartWhileTheQueueIsPaused(@Autowired JdbcClient jdbc) {
        var id = waiting.enqueue(maya, 1, 30, jugger);
        jdbc.sql("insert into queue_pause (id, since, account_id) values (1, utc_timestamp(6), ?)")
                .param(noah.value())
                .update();
        try {
            var receipt = receipt(maya, id);

            assertThat(receipt.position()).isEqualTo(new Receipt.Position(1, true));
            assertThat(receipt.starts()).isNull();
            assertThat(receipt.why()).isEqualTo(new Why.QueuePaused());
        } finally {
            jdbc.sql("delete from queue_pause").update();
        }
    }

    @Test
    void showsNobodyAnothersPlace() {
        var mine = waiting.enqueue(maya, 1, 30, jugger);
        assertThat(receipt(maya, mine)).isNotNull();

        assertThat(receipts.of(noah, mine)).isEmpty();
    }

    @Test
    void saysWhenItIsTriedAgain() {
        var mine = waiting.enqueue(maya, 1, 30, jugger);
        var claim = claims.claim(ClaimWish.any(atlas)).orElseThrow();
        ends.retry(claim, new Again("lost", "", Duration.ofHours(1), false, 0, false));

        var receipt = receipt(maya, mine);

        assertThat(receipt.position()).isNull();
        assertThat(receipt.why())
                .isInstanceOfSatisfying(
                        Why.Retrying.class, why -> assertThat(why.cause()).isEqualTo("lost"));
    }

    @Test
    void saysWhenNoBackendHasItsFiles() {
        var nowhere = waiting.checkpoint("nowhere.safetensors");
        var mine = waiting.enqueue(maya, 1, 30, nowhere);

        assertThat(receipt(maya, mine).why()).isInstanceOf(Why.FileMissing.class);
    }

    @Test
    void readsWhatRunsAndLeavesItOutOfWhatWaits() {
        waiting.enqueue(maya, 2, 30, jugger);
        var claim = claims.claim(ClaimWish.any(atlas)).orElseThrow();

        var reading = reader.read();

        assertThat(reading.queue().size).isEqualTo(1);
        assertThat(reading.running()).containsOnlyKeys(atlas.value());
        assertThat(reading.byId().get(claim.job().value())).isEqualTo(IdIndex.NONE);
        assertThat(reading.loaded()).containsKey(atlas.value());
    }

    /** One that has just been read is not read again at once. */
    private Receipt receipt(AccountId owner, GenerationId id) {
        await().until(() -> receipts.of(owner, id).isPresent());
        return receipts.of(owner, id).orElseThrow();
    }
}
