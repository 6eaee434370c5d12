package org.genonaut.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.AccountId;
import org.genonaut.account.limit.Exceeded;
import org.genonaut.account.limit.Exceeded.Kind;
import org.genonaut.account.limit.Limits;
import org.genonaut.account.limit.Quota;
import org.genonaut.account.limit.UsageLedger;
import org.genonaut.account.limit.WhenExceeded;
import org.genonaut.backend.BackendId;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelId;
import org.genonaut.catalog.ModelType;
import org.genonaut.generation.draft.DraftCheck;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.ClaimWish;
import org.genonaut.generation.queue.Claims;
import org.genonaut.generation.queue.Failure;
import org.genonaut.generation.queue.JobEnds;
import org.genonaut.generation.queue.JobImage;
import org.genonaut.generation.queue.Measured;
import org.genonaut.generation.queue.TimeOrderedId;
import org.genonaut.generation.usage.UsageSweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an account may submit, and what it is charged for. */
@GenonautTest
class SubmissionsTest {

    private static final Measured TEN_SECONDS = new Measured(Duration.ofSeconds(10), Duration.ofSeconds(1), false);

    @Autowired
    private Submissions submissions;

    @Autowired
    private UsageLedger ledger;

    @Autowired
    private UsageSweep sweep;

    @Autowired
    private Claims claims;

    @Autowired
    private JobEnds ends;

    @Autowired
    private GenerationReader reader;

    @Autowired
    private JdbcClient jdbc;

    private AccountId maya = new AccountId(new UUID(0, 0));
    private final BackendId atlas = new BackendId(UUID.randomUUID());
    private final ModelId checkpoint = new ModelId(UUID.randomUUID());

    @BeforeEach
    void aBackendWithACheckpoint(@Autowired TestTables tables, @Autowired TestAccounts accounts) {
        tables.empty();
        maya = accounts.member("maya").id();
        jdbc.sql(
                        "insert into backend (id, name, url, origin, enabled, created_at, updated_at, version)"
                                + " values (?, 'Atlas', 'http://127.0.0.1:1', 'config', true, utc_timestamp(6), utc_timestamp(6), 0)")
                .param(atlas.value())
                .update();
        jdbc.sql("insert into backend_slot (backend_id, slot_no) values (?, 0)")
                .param(atlas.value())
                .update();
        jdbc.sql("insert into model (id, type, name, family, title, is_active, trigger_words, metadata, created_at,"
                        + " updated_at, version) values (?, 'checkpoint', 'x', 'sdxl', 'x', true, '', '{}',"
                        + " utc_timestamp(6), utc_timestamp(6), 0)")
                .param(checkpoint.value())
                .update();
        jdbc.sql("insert into model_presence (model_id, backend_id, name, seen_at)"
                        + " values (?, ?, 'x', utc_timestamp(6))")
                .params(checkpoint.value(), atlas.value())
                .update();
    }

    @Test
    void refusesImagesAboveTheHoursAndNamesTheTime() {
        submit(images(10), 2, 3);
        jdbc.sql("update usage_minute set minute = minute - interval 20 minute").update();
        submit(images(10), 2, 2);
        var counted = jdbc.sql("select min(minute) from usage_minute")
                .query(Instant.class)
                .single();

        assertThatThrownBy(() -> submit(images(10), 1, 4))
                .asInstanceOf(InstanceOfAssertFactories.type(QuotaExceeded.class))
                .extracting(QuotaExceeded::exceeded)
                .isEqualTo(new Exceeded(
                        Kind.IMAGES_PER_HOUR,
                        10,
                        10,
                        4,
                        Optional.of(counted.plus(Duration.ofMinutes(61))),
                        Optional.of(counted.plus(Duration.ofMinutes(61)))));

        jdbc.sql("update usage_minute set minute = minute - interval 41 minute").update();
        submit(images(10), 1, 4);
        assertThat(count("generation_request")).isEqualTo(3);
    }

    @Test
    void saysSoInWords() {
        submit(images(4), 2, 2);

        assertThatThrownBy(() -> submit(images(4), 1, 2))
                .hasMessageMatching(
                        "4 of 4 images this hour; 2 more are possible at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z");
        assertThatThrownBy(() -> submit(images(4), 5, 1))
                .hasMessageMatching("4 of 4 images this hour; 5 at once are never possible, fewer at .*:00Z");
    }

    @Test
    void putsWhatIsAboveAQuotaIntoTheSlowLane() {
        var limits = limits(Quota.atMost(4), Quota.UNLIMITED, WhenExceeded.SLOW_LANE);

        var first = submit(limits, 2, 2);
        var second = submit(limits, 1, 2);

        assertThat(reader.find(maya, first).orElseThrow().slowLane()).isFalse();
        assertThat(reader.find(maya, second).orElseThrow().slowLane()).isTrue();
        assertThat(jdbc.sql("select distinct lane from generation_job where request_id = ?")
                        .param(second.value())
                        .query(Double.class)
                        .list())
                .containsExactly(0.25);
        assertThat(ledger.of(maya).imagesThisHour().used()).isEqualTo(6);
    }

    @Test
    void givesBackTheImagesOfWhatIsCancelledBeforeItBegan() {
        var id = submit(images(10), 2, 3);
        var running = claim();

        submissions.cancel(maya, id);

        assertThat(imagesThisHour()).isEqualTo(2);
        ends.cancelled(running, Measured.NOTHING);
        assertThat(imagesThisHour()).isZero();
        submissions.cancel(maya, id);
        assertThat(imagesThisHour()).isZero();
        assertThat(imagesToday()).isZero();
    }

    @Test
    void givesBackTheImagesOfWhatFailedAndKeepsThoseOfWhatWasMade() {
        submit(images(10), 2, 2);

        ends.fail(claim(), new Failure("node_failed", "It broke.", "", null, false), Measured.NOTHING);
        ends.complete(claim(), List.of(image(0)), TEN_SECONDS);

        assertThat(imagesThisHour()).isEqualTo(2);
        assertThat(imagesToday()).isEqualTo(2);
    }

    @Test
    void givesBackToTheMinuteInWhichItWasAskedFor() {
        var earlier = submit(images(10), 2, 1);
        jdbc.sql("update usage_minute set minute = minute - interval 30 minute").update();
        jdbc.sql("update generation_job set created_at = created_at - interval 30 minute")
                .update();
        submit(images(10), 3, 1);

        submissions.cancel(maya, earlier);

        assertThat(jdbc.sql("select images from usage_minute order by minute")
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 3);
    }

    @Test
    void chargesTheTimeThatAJobTookOfItsGpu() {
        submit(gpu(1000), 1, 2);
        ends.complete(claim(), List.of(image(0)), TEN_SECONDS);
        ends.complete(claim(), List.of(), new Measured(Duration.ofSeconds(5), Duration.ZERO, true));

        var usage = ledger.of(maya);
        assertThat(usage.gpuSecondsToday().used()).isEqualTo(10);
        assertThat(usage.gpuSecondsThisMonth().used()).isEqualTo(10);
        assertThat(usage.gpuSecondsToday().expected()).isZero();
    }

    @Test
    void refusesWhatOpenJobsWouldSpendOfTheDay() {
        submit(gpu(1000), 1, 1);
        assertThat(ledger.of(maya).gpuSecondsToday().expected()).isPositive();
        ends.complete(claim(), List.of(image(0)), TEN_SECONDS);
        submit(gpu(1000), 1, 1);
        jdbc.sql("update generation_job set cost = 990").update();

        assertThatThrownBy(() -> submit(gpu(1000), 1, 1))
                .asInstanceOf(InstanceOfAssertFactories.type(QuotaExceeded.class))
                .extracting(QuotaExceeded::exceeded)
                .satisfies(exceeded -> {
                    assertThat(exceeded.kind()).isEqualTo(Kind.GPU_SECONDS_PER_DAY);
                    assertThat(exceeded.used()).isEqualTo(1000);
                    assertThat(exceeded.possibleAt()).contains(tomorrow());
                });
    }

    private Instant tomorrow() {
        return jdbc.sql("select utc_timestamp(6)")
                .query(Instant.class)
                .single()
                .truncatedTo(ChronoUnit.DAYS)
                .atZone(ZoneOffset.UTC)
                .plusDays(1)
                .toInstant();
    }

    @Test
    void isExactWhenManySubmitAtOnce() throws Exception {
        var limits = images(30);
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 24; i++) {
            tasks.add(() -> {
                try {
                    submit(limits, 3, 1);
                    return true;
                } catch (QuotaExceeded refused) {
                    return false;
                }
            });
        }
        int accepted = 0;
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var result : threads.invokeAll(tasks)) {
                accepted += result.get() ? 1 : 0;
            }
        }

        assertThat(accepted).isEqualTo(10);
        assertThat(imagesThisHour()).isEqualTo(30);
    }

    @Test
    void setsTheWeightOfWhoeverSubmits() {
        submit(images(10), 1, 1);
        assertThat(weight()).isEqualTo(1);

        submit(
                new Limits(2.5, 500, 4, 8, 16, Quota.UNLIMITED, Quota.UNLIMITED, Quota.UNLIMITED, WhenExceeded.REFUSE),
                1,
                1);

        assertThat(weight()).isEqualTo(2.5);
    }

    @Test
    void refusesMoreOpenJobsThanTheAccountMayHave() {
        var limits =
                new Limits(1, 3, 4, 8, 16, Quota.atMost(100), Quota.UNLIMITED, Quota.UNLIMITED, WhenExceeded.REFUSE);
        submit(limits, 1, 2);

        assertThatThrownBy(() -> submit(limits, 1, 2)).isInstanceOf(TooManyOpenJobs.class);

        assertThat(imagesThisHour()).isEqualTo(2);
    }

    @Test
    void forgetsWhatNoQuotaAsksForAnyMore() {
        submit(images(10), 1, 1);
        jdbc.sql("insert into usage_minute (account_id, minute, images)"
                        + " values (?, utc_timestamp() - interval 3 hour, 1)")
                .param(maya.value())
                .update();
        jdbc.sql("insert into usage_day (account_id, day, images) values (?, utc_date() - interval 14 month, 1)")
                .param(maya.value())
                .update();

        assertThat(sweep.forgetOld()).isEqualTo(2);

        assertThat(imagesThisHour()).isEqualTo(1);
        assertThat(imagesToday()).isEqualTo(1);
    }

    private GenerationId submit(Limits limits, int batchSize, int batchCount) {
        var model = new AvailableModel(
                checkpoint, ModelType.CHECKPOINT, "x", ModelFamily.SDXL, "x", "", true, null, List.of(), Map.of());
        var parameters = aGeneration()
                .withCheckpoint("x")
                .inBatchesOf(batchSize, batchCount)
                .build();
        return submissions.insert(maya, limits, new DraftCheck.Checked(parameters, model, Set.of(model)));
    }

    private Claim claim() {
        return claims.claim(ClaimWish.any(atlas)).orElseThrow();
    }

    private static JobImage image(int position) {
        var id = TimeOrderedId.next();
        return new JobImage(
                id, position, position, BigInteger.ONE, "a/" + id + ".png", new byte[32], "image/png", 1, 64, 64);
    }

    private static Limits images(long perHour) {
        return limits(Quota.atMost(perHour), Quota.UNLIMITED, WhenExceeded.REFUSE);
    }

    private static Limits gpu(long perDay) {
        return limits(Quota.UNLIMITED, Quota.atMost(perDay), WhenExceeded.REFUSE);
    }

    private static Limits limits(Quota images, Quota day, WhenExceeded whenExceeded) {
        return new Limits(1, 500, 4, 8, 16, images, day, Quota.UNLIMITED, whenExceeded);
    }

    private double imagesThisHour() {
        return ledger.of(maya).imagesThisHour().used();
    }

    private int imagesToday() {
        return jdbc.sql("select sum(images) from usage_day")
                .query(Integer.class)
                .single();
    }

    private double weight() {
        return jdbc.sql("select weight from queue_flow").query(Double.class).single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
