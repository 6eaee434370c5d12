package org.genonaut.generation.queue;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.genonaut.GenonautTest;
import org.genonaut.TestTables;
import org.genonaut.gallery.Gallery;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.forecast.Receipts;
import org.genonaut.generation.recipe.RecipeJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the application sends to the database while people wait, is answered by indexes. */
@GenonautTest
@Import(Plans.class)
class HotQueriesTest {

    private static final int JOBS = 6_000;
    /** A range of one account or backend is a few dozen rows here; more is somebody else's. */
    private static final int MANY_ROWS = 1_000;

    @Autowired
    private Plans plans;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Claims claims;

    @Autowired
    private JobEnds ends;

    @Autowired
    private Leases leases;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Turns turns;

    @Autowired
    private Cancels cancels;

    @Autowired
    private GenerationService generations;

    @Autowired
    private Gallery gallery;

    @Autowired
    private Receipts receipts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestTables tables;

    private ManyJobs jobs;

    @BeforeEach
    void thousandsOfJobs() {
        tables.empty();
        jobs = new ManyJobs(context);
        jobs.fill(
                JOBS,
                "elt(1 + seq % 8, 'waiting', 'waiting', 'waiting', 'completed', 'completed', 'failed', 'paused',"
                        + " 'backing_off')");
        plans.listen();
    }

    @Test
    void givesJobsToBackendsByIndexes() {
        var backend = jobs.backends().getFirst();
        jdbc.sql("update backend set loaded_model_id = ? where id = ?")
                .params(jobs.models().get(5), backend.value())
                .update();
        claims.outlook();
        var claim = claims.claim(wish()).orElseThrow();
        leases.post(claim);
        leases.renew(Set.of(claim));
        leases.standing(claim);
        leases.cancelRequested(Set.of(claim));
        ends.complete(claim, List.of(image()), new Measured(Duration.ofSeconds(9), Duration.ZERO, false));
        var failing = claims.claim(wish()).orElseThrow();
        ends.retry(failing, new Again("lost", "", Duration.ZERO, true, 0, true));
        leases.takeOver();
        ends.resumeDue();
        attempts.unsettled(Set.of(backend.value()));
        claims.idle(List.of(backend));

        var heard = plans.heard();
        assertThat(slow(heard)).isEmpty();
        assertThat(keys(heard)).contains("ix_claim", "ix_due", "ix_attempt_unsettled");
    }

    private ClaimWish wish() {
        return ClaimWish.of(jobs.backends().getFirst(), 1, 0, model -> Duration.ofSeconds(5));
    }

    private static JobImage image() {
        var id = TimeOrderedId.next();
        return new JobImage(id, 0, 0, BigInteger.ONE, "a/" + id + ".png", new byte[32], "image/png", 1, 64, 64);
    }

    @Test
    void changesTurnsByIndexes() {
        jobs.submit(ManyJobs.account(1), jobs.models().getFirst());
        var request = ManyJobs.request(8 * 500);
        change(() -> turns.moveToTop(request));
        change(() -> turns.pause(request));
        change(() -> turns.resume(request));
        change(() -> cancels.cancel(request));
        change(() -> cancels.undo(request, 500));
        change(() -> turns.putFirst(request));

        var heard = plans.heard();
        assertThat(slow(heard)).isEmpty();
        assertThat(keys(heard)).contains("ix_account", "uq_job_number");
    }

    @Test
    void showsPeopleTheirOwnByIndexes() {
        var account = ManyJobs.account(3);
        jdbc.sql("update generation_request set parameters = ? where account_id = ?")
                .params(RecipeJson.write(aGeneration().build()), account.value())
                .update();
        generations.list(account, null, 50);
        generations.find(account, new GenerationId(ManyJobs.request(3)));
        gallery.open(account).page(0, 50);
        receipts.of(account, new GenerationId(ManyJobs.request(3)));

        var heard = plans.heard();
        assertThat(slow(heard)).isEmpty();
        assertThat(keys(heard)).contains("ix_order", "ix_request_account", "ix_image_shape");
    }

    /** As the application does: house-keeping may lock it out. */
    private void change(Runnable change) {
        await().ignoreException(CannotAcquireLockException.class).until(() -> {
            transactions.executeWithoutResult(status -> change.run());
            return true;
        });
    }

    private static List<Plans.Step> slow(List<Plans.Step> steps) {
        return steps.stream().filter(HotQueriesTest::isSlow).toList();
    }

    private static boolean isSlow(Plans.Step step) {
        boolean limited = step.statement().contains("limit");
        boolean whole = Set.of("ALL", "index").contains(step.type());
        boolean sorts = step.extra().contains("Using filesort");
        // The projection reads the whole queue, in its order.
        boolean projection = step.statement().contains("(ix_order)") && !limited;
        return step.rows() > MANY_ROWS && (whole || sorts || !limited) && !projection;
    }

    private static Set<String> keys(List<Plans.Step> steps) {
        return steps.stream().flatMap(step -> Stream.of(step.key().split(","))).collect(toSet());
    }
}
