package org.genonaut.generation.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.generation.WaitingJobs;
import org.genonaut.generation.lane.LaneBlock.Kind;
import org.genonaut.generation.pace.Paces;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.ClaimWish;
import org.genonaut.generation.queue.Claims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lanes over real rows. */
@GenonautTest
class LanesTest {

    private static final LaneSpan SPAN = LaneSpan.TWENTY_MINUTES;

    @Autowired
    private LaneReader reader;

    @Autowired
    private HourReader hours;

    @Autowired
    private QueueRows rows;

    @Autowired
    private Claims claims;

    @Autowired
    private ModelCatalog catalog;

    @Autowired
    private Paces paces;

    @Autowired
    private JdbcClient jdbc;

    private WaitingJobs waiting;
    private AccountId maya;
    private AccountId noah;
    private BackendId atlas;
    private BackendId borealis;
    private UUID jugger;

    @BeforeEach
    void twoBackends(
            @Autowired ApplicationContext application, @Autowired TestTables tables, @Autowired TestAccounts accounts) {
        tables.empty();
        waiting = new WaitingJobs(application);
        maya = accounts.member("maya").id();
        noah = accounts.member("noah").id();
        atlas = waiting.backend("Atlas");
        borealis = waiting.backend("Borealis");
        jugger = waiting.checkpoint("jugger.safetensors", atlas, borealis);
        catalog.reload();
    }

    /** An attempt that began and ended so many seconds ago. */
    private Claim ran(AccountId account, BackendId backend, int begin, int end, String outcome, int loadMillis) {
        var claim = started(account, backend, begin);
        jdbc.sql("update generation_attempt set ended_at = utc_timestamp(6) - interval ? second, outcome = ?,"
                        + " load_ms = ?, run_ms = ? where id = ?")
                .params(
                        end,
                        outcome,
                        loadMillis,
                        (begin - end) * 1000,
                        claim.attempt().id())
                .update();
        jdbc.sql("delete from backend_slot where backend_id = ?")
                .param(backend.value())
                .update();
        for (int slot = 0; slot < 2; slot++) {
            jdbc.sql("insert into backend_slot (backend_id, slot_no) values (?, ?)")
                    .params(backend.value(), slot)
                    .update();
        }
        return claim;
    }

    private Claim started(AccountId account, BackendId backend, int begin) {
        waiting.enqueue(account, 1, 30, jugger);
        var claim = claims.claim(ClaimWish.any(backend)).orElseThrow();
        jdbc.sql("update generation_attempt set posted_at = utc_timestamp(6) - interval ? second,"
                        + " started_at = utc_timestamp(6) - interval ? second where id = ?")
                .params(begin + 1, begin, claim.attempt().id())
                .update();
        return claim;
    }

    private List<LaneBlock> blocks(BackendId backend) {
        var draw = new LaneBlocks(catalog, paces, reader.now(), SPAN);
        return draw.of(Stream.concat(
                        reader.past(List.of(atlas, borealis), Duration.ofMinutes(15)).stream(),
                        reader.present(List.of(atlas, borealis)).stream())
                .filter(run -> run.backend().equals(backend))
                .toList());
    }

    @Test
    void eachRunIsABlockInTheLaneOfItsBackend() {
        ran(maya, atlas, 100, 60, "success", 0);
        ran(noah, borealis, 90, 50, "success", 0);

        assertThat(blocks(atlas)).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo(Kind.DONE);
            assertThat(block.person()).isNotNull().extracting("id").isEqualTo(maya);
            assertThat(block.length()).isBetween(Duration.ofSeconds(39), Duration.ofSeconds(41));
            assertThat(block.model()).isEqualTo("jugger.safetensors");
        });
        assertThat(blocks(borealis))
                .singleElement()
                .satisfies(block ->
                        assertThat(block.person()).isNotNull().extracting("id").isEqualTo(noah));
    }

    @Test
    void aLoadIsABlockBeforeItsRun() {
        ran(maya, atlas, 100, 60, "success", 15_000);

        var blocks = blocks(atlas);

        assertThat(blocks).extracting(LaneBlock::kind).containsExactly(Kind.LOADED, Kind.DONE);
        assertThat(blocks.getFirst().length()).isEqualTo(Duration.ofSeconds(15));
        assertThat(blocks.getLast().from()).isEqualTo(blocks.getFirst().until());
    }

    @Test
    void aRunThatWasSeenBeforeTheLastHadEndedBeginsWhereThatEnds() {
        ran(maya, atlas, 100, 60, "success", 0);
        ran(noah, atlas, 80, 20, "success", 0);

        var blocks = blocks(atlas);

        assertThat(blocks).hasSize(2);
        assertThat(blocks.getLast().from()).isEqualTo(blocks.getFirst().until());
    }

    @Test
    void aFailureSaysItsKindAndACancelIsNone() {
        ran(maya, atlas, 200, 160, "out_of_memory", 0);
        ran(maya, atlas, 100, 60, "cancelled", 0);

        var blocks = blocks(atlas);

        assertThat(blocks).extracting(LaneBlock::kind).containsExactly(Kind.FAILED, Kind.STOPPED);
        assertThat(blocks.getFirst().failure()).isEqualTo("out_of_memory");
        assertThat(blocks.getLast().failure()).isNull();
    }

    @Test
    void whatRunsGrowsUntilNowAndKeepsItsKey() {
        var claim = started(maya, atlas, 30);

        assertThat(blocks(atlas)).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo(Kind.RUNNING);
            assertThat(block.key()).isEqualTo(claim.attempt().id().toString());
            assertThat(block.length()).isGreaterThanOrEqualTo(Duration.ofSeconds(29));
        });
    }

    @Test
    void whatIsExpectedIsPutTogetherUntilItCanBeRead() {
        var draw = new LaneBlocks(catalog, paces, reader.now(), SPAN);
        var blocks = new ArrayList<LaneBlock>();
        var room = SPAN.readable();

        draw.addExpected(blocks, expected(maya, Duration.ZERO));
        draw.addExpected(blocks, expected(maya, room.dividedBy(4)));
        draw.addExpected(blocks, expected(noah, room.dividedBy(2)));
        draw.addExpected(blocks, expected(noah, room));

        assertThat(blocks).extracting(LaneBlock::runs).containsExactly(3, 1);
        assertThat(blocks.getFirst().person()).isNull();
        assertThat(blocks.getFirst().images()).isEqualTo(6);
        assertThat(blocks.getLast().person()).isNotNull();
        assertThat(blocks.getLast().from()).isEqualTo(blocks.getFirst().from().plus(room));
    }

    private static LaneBlock expected(AccountId account, Duration after) {
        var from = Instant.EPOCH.plus(after);
        var person = new LaneBlock.Person(account, "somebody");
        return new LaneBlock(
                UUID.randomUUID().toString(),
                Kind.EXPECTED,
                from,
                from.plusSeconds(5),
                person,
                1,
                2,
                ModelFamily.SDXL,
                "jugger",
                null,
                0,
                null);
    }

    @Test
    void whatEndedBeforeTheSpanIsNotRead() {
        ran(maya, atlas, 2_000, 1_900, "success", 0);

        assertThat(blocks(atlas)).isEmpty();
    }

    @Test
    void neverReadsMoreOfALaneThanItHoldsAndTheLatestOfIt() {
        var claim = ran(maya, atlas, 800, 799, "success", 0);
        for (int copy = 2; copy < LaneReader.MOST_OF_A_LANE + 20; copy++) {
            jdbc.sql("insert into generation_attempt (id, job_id, number, backend_id, prompt_id, client_id,"
                            + " filename_prefix, claim_token, created_at, posted_at, started_at, ended_at, outcome)"
                            + " select uuid(), job_id, ?, backend_id, uuid(), client_id, filename_prefix, claim_token,"
                            + " created_at, posted_at, started_at + interval ? second, ended_at + interval ? second,"
                            + " outcome from generation_attempt where id = ?")
                    .params(copy, copy, copy, claim.attempt().id())
                    .update();
        }

        var past = reader.past(List.of(atlas), Duration.ofMinutes(15));

        assertThat(past).hasSize(LaneReader.MOST_OF_A_LANE);
        assertThat(past.getFirst().attempt()).isNotEqualTo(claim.attempt().id());
        var blocks = blocks(atlas);
        assertThat(blocks).hasSizeLessThan(300);
        assertThat(blocks.stream().mapToInt(LaneBlock::runs).sum()).isEqualTo(LaneReader.MOST_OF_A_LANE);
    }

    @Test
    void aMemberIsNotToldWhoseTheOthersAre() {
        ran(maya, atlas, 200, 160, "success", 0);
        ran(noah, atlas, 100, 60, "success", 0);
        var now = reader.now();
        var all = new Lanes(now, SPAN, SPAN.from(now), SPAN.until(now), java.util.Map.of(atlas, blocks(atlas)));

        var seen = all.seenBy(maya).of(atlas);

        assertThat(seen.getFirst().person()).isNotNull().extracting("id").isEqualTo(maya);
        assertThat(seen.getLast().person()).isNull();
        assertThat(seen.toString()).doesNotContain(noah.toString(), "Test noah");
    }

    @Test
    void theLastHourCountsTimeAtWork() {
        ran(maya, atlas, 1_000, 280, "success", 0);

        var hour = hours.read(List.of(atlas, borealis));

        assertThat(hour.busy()).isBetween(0.099, 0.101);
        assertThat(hour.images()).isZero();
        assertThat(hour.usualWait()).isNotNull();
    }

    @Test
    void aMemberListsOnlyTheirOwnInTheirOrder() {
        var first = waiting.enqueue(maya, 2, 30, jugger);
        var second = waiting.enqueue(maya, 1, 30, jugger);
        waiting.enqueue(noah, 1, 30, jugger);

        assertThat(rows.mine(maya)).extracting(QueueRow::id).containsExactly(first, second);
        assertThat(rows.waitingOf(maya)).extracting(QueueRow::id).containsExactly(first, second);
        assertThat(rows.mine(maya)).extracting(QueueRow::images).containsExactly(2, 1);
    }
}
