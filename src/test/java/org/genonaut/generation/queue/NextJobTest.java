package org.genonaut.generation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.Fleet;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.WaitingJobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which job a backend is given, and which it is not. */
@GenonautTest
class NextJobTest {

    private static final Duration LOAD = Duration.ofSeconds(20);

    private static final int MANY = 500;

    @Autowired
    private Claims claims;

    @Autowired
    private JobEnds ends;

    @Autowired
    private QueueDatabase database;

    @Autowired
    private Endings endings;

    @Autowired
    private Fleet fleet;

    @Autowired
    private LateEnds lateEnds;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Turns turns;

    @Autowired
    private Cancels cancels;

    @Autowired
    private LoadedModels loaded;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private WaitingJobs jobs;
    private AccountId maya;
    private AccountId noah;
    private BackendId atlas;
    private BackendId borealis;
    private UUID juggernaut;

    @BeforeEach
    void twoBackends(
            @Autowired ApplicationContext application, @Autowired TestTables tables, @Autowired TestAccounts accounts) {
        tables.empty();
        jobs = new WaitingJobs(application);
        maya = accounts.member("maya").id();
        noah = accounts.member("noah").id();
        atlas = jobs.backend("Atlas");
        borealis = jobs.backend("Borealis");
        juggernaut = jobs.checkpoint("juggernaut.safetensors", atlas, borealis);
    }

    @Test
    void isNotMadeReadyBesideOneThatHasJustBegun() {
        jobs.enqueue(maya, 2, 5, juggernaut);

        assertThat(claims.claim(idle(atlas))).isPresent();
        assertThat(claims.claim(idle(atlas))).isEmpty();
        assertThat(claims.claim(ClaimWish.any(atlas))).isPresent();
        assertThat(claims.claim(ClaimWish.any(atlas))).isEmpty();
    }

    @Test
    void isWhatABackendHasTheFilesForAlthoughNobodySaid(@Autowired PoolKeeper pools) {
        var flux = jobs.checkpoint("flux.safetensors", borealis);
        jobs.enqueue(maya, 1, 5, flux);
        jobs.present(flux, atlas);
        assertThat(claims.claim(idle(atlas))).isEmpty();

        pools.catchUp();

        assertThat(claims.claim(idle(atlas))).isPresent();
    }

    @Test
    void isNothingOfWhatABackendHasNoMoreAlthoughNobodySaid(@Autowired PoolKeeper pools) {
        jobs.enqueue(maya, 1, 5, juggernaut);
        jdbc.sql("delete from model_presence").update();

        pools.catchUp();

        assertThat(claims.claim(idle(atlas))).isEmpty();
        assertThat(claims.outlook()).isEqualTo(Claims.Outlook.NOTHING_WAITS);
    }

    @Test
    void isOneOfTheLoadedModelWhenThatPassesNobodyByMoreThanALoad() {
        var flux = jobs.checkpoint("flux.safetensors", atlas);
        finish(next(flux, maya));
        // Cheap ones of the loaded model stand close behind the fairest one.
        jobs.enqueue(noah, 1, 1, juggernaut);
        jobs.enqueue(maya, 1, 1, flux);

        assertThat(claims.claim(idle(atlas)).orElseThrow().baseModel()).isEqualTo(flux);
    }

    @Test
    void isTheFairestWhenTheLoadedModelIsForgotten() {
        var flux = jobs.checkpoint("flux.safetensors", atlas);
        finish(next(flux, maya));
        jobs.enqueue(noah, 1, 1, juggernaut);
        jobs.enqueue(maya, 1, 1, flux);
        loaded.forget(atlas);

        assertThat(claims.claim(idle(atlas)).orElseThrow().account()).isEqualTo(noah);
    }

    @Test
    void isTheFairestOnceItWasPassedForAMinute() {
        var flux = jobs.checkpoint("flux.safetensors", atlas);
        finish(next(flux, maya));
        jobs.enqueue(noah, 1, 1, juggernaut);
        jobs.enqueue(maya, 3, 1, flux);
        finish(claims.claim(idle(atlas)).orElseThrow());
        jdbc.sql("update backend set passed_since = utc_timestamp(6) - interval 61 second")
                .update();

        assertThat(claims.claim(idle(atlas)).orElseThrow().account()).isEqualTo(noah);
    }

    @Test
    void isTheFairestWhenTheLoadedModelIsTooFarBehind() {
        var flux = jobs.checkpoint("flux.safetensors", atlas);
        finish(next(flux, maya));
        jobs.enqueue(noah, 1, 1, juggernaut);
        jobs.enqueue(maya, 1, 200, juggernaut);
        jobs.enqueue(maya, 1, 1, flux);

        assertThat(claims.claim(idle(atlas)).orElseThrow().account()).isEqualTo(noah);
    }

    @Test
    void isOfferedFirstToWhoeverHasItsModelLoaded() {
        finish(next(juggernaut, maya));
        jobs.enqueue(maya, 1, 1, juggernaut);

        assertThat(claims.claim(idle(borealis).sparing())).isEmpty();
        assertThat(claims.claim(idle(atlas).sparing())).isPresent();
    }

    @Test
    void goesElsewhereAfterAFailureAsLongAsSomebodyElseTakesJobs() {
        jobs.enqueue(maya, 1, 5, juggernaut);
        failWhere(Set.of(atlas.value(), borealis.value()));

        assertThat(claims.claim(idle(atlas))).isEmpty();
        assertThat(claims.claim(idle(borealis))).isPresent();
    }

    @Test
    void isTriedAgainWhereItFailedWhenNobodyElseTakesJobs() {
        jobs.enqueue(maya, 1, 5, juggernaut);
        failWhere(Set.of(atlas.value()));

        assertThat(claims.claim(idle(atlas))).isPresent();
    }

    @Test
    void comesBackToWhereItFailedWhenNobodyElseHasTakenItForMinutes() {
        jobs.enqueue(maya, 1, 5, juggernaut);
        failWhere(Set.of(atlas.value(), borealis.value()));
        jdbc.sql("update generation_job set avoid_until = utc_timestamp(6) - interval 1 second")
                .update();

        assertThat(claims.claim(idle(atlas))).isPresent();
    }

    @Test
    void goesToALargerCardAfterOneWasTooSmall() {
        jobs.enqueue(maya, 1, 5, juggernaut);
        fail(claims.claim(idle(atlas)).orElseThrow(), false, 24);

        assertThat(claims.claim(ClaimWish.of(borealis, 0, 24, model -> LOAD))).isEmpty();
        assertThat(claims.claim(ClaimWish.of(borealis, 0, 48, model -> LOAD))).isPresent();
    }

    @Test
    void doesNotWaitWhileItIsPaused() {
        var request = jobs.enqueue(maya, 2, 5, juggernaut);
        assertThat(change(() -> turns.pause(request.value()))).isEqualTo(2);
        assertThat(claims.claim(idle(atlas))).isEmpty();

        assertThat(change(() -> turns.resume(request.value()))).isEqualTo(2);
        assertThat(claims.claim(idle(atlas))).isPresent();
    }

    @Test
    void followsTheOrderThatItsOwnerGives() {
        jobs.enqueue(maya, 1, 5, juggernaut);
        jobs.enqueue(maya, 1, 5, juggernaut);
        var third = jobs.enqueue(maya, 1, 5, juggernaut);
        change(() -> {
            turns.moveToTop(third.value());
            return 0;
        });

        assertThat(claims.claim(idle(atlas)).orElseThrow().request()).isEqualTo(third.value());
    }

    @Test
    void movesUpByOnePlace() {
        var first = jobs.enqueue(maya, 1, 5, juggernaut);
        var second = jobs.enqueue(maya, 1, 5, juggernaut);
        var third = jobs.enqueue(maya, 1, 5, juggernaut);
        change(() -> {
            turns.moveUp(third.value());
            return 0;
        });

        assertThat(order()).containsExactly(first, third, second);
    }

    @Test
    void isWhatAnAdminPutFirstOnce() {
        jobs.enqueue(maya, 3, 5, juggernaut);
        var urgent = jobs.enqueue(noah, 1, 5, juggernaut);
        jobs.enqueue(noah, 1, 5, juggernaut);
        assertThat(transactions.<Boolean>execute(status -> turns.putFirst(urgent.value())))
                .isTrue();
        assertThat(transactions.<Boolean>execute(status -> turns.putFirst(urgent.value())))
                .isFalse();

        assertThat(claims.claim(idle(atlas)).orElseThrow().request()).isEqualTo(urgent.value());
    }

    @Test
    void waitsAgainWhereItWasWhenACancelIsTakenBack() {
        var first = jobs.enqueue(maya, 1, 5, juggernaut);
        var second = jobs.enqueue(maya, 1, 5, juggernaut);
        transactions.executeWithoutResult(status -> cancels.cancel(first.value()));
        assertThat(order()).containsExactly(second);

        assertThat(transactions.<Boolean>execute(status -> cancels.undo(first.value(), MANY)))
                .isTrue();

        assertThat(order()).containsExactly(first, second);
        assertThat(jobs.open(maya)).isEqualTo(2);
        assertThat(jobs.status(first.value())).isEqualTo("pending");
    }

    /** In their order, which is not the one in which they came. */
    private List<GenerationId> threeOfWhichTheLastIsTheNext() {
        var first = jobs.enqueue(maya, 2, 5, juggernaut);
        var second = jobs.enqueue(maya, 2, 5, juggernaut);
        var third = jobs.enqueue(maya, 2, 5, juggernaut);
        transactions.executeWithoutResult(status -> turns.moveToTop(third.value()));
        assertThat(order()).containsExactly(third, third, first, first, second, second);
        return List.of(third, first, second);
    }

    @Test
    void keepsTheOrderOfAllWhenACancelIsTakenBack() {
        var requests = threeOfWhichTheLastIsTheNext();
        var before = order();

        for (var cancelled : requests) {
            transactions.executeWithoutResult(status -> cancels.cancel(cancelled.value()));
            transactions.executeWithoutResult(status -> cancels.undo(cancelled.value(), MANY));

            assertThat(order()).isEqualTo(before);
        }
    }

    @Test
    void isPausedAgainWhenTheCancelOfAPausedOneIsTakenBack() {
        var paused = jobs.enqueue(maya, 2, 5, juggernaut);
        var other = jobs.enqueue(maya, 1, 5, juggernaut);
        change(() -> turns.pause(paused.value()));
        transactions.executeWithoutResult(status -> cancels.cancel(paused.value()));

        assertThat(transactions.<Boolean>execute(status -> cancels.undo(paused.value(), MANY)))
                .isTrue();

        assertThat(order()).containsExactly(other);
        assertThat(change(() -> turns.resume(paused.value()))).isEqualTo(2);
    }

    @Test
    void keepsTheOrderOfAllWhenItGoesOnAfterAPause() {
        var requests = threeOfWhichTheLastIsTheNext();
        var before = order();

        for (var paused : requests) {
            change(() -> turns.pause(paused.value()));
            change(() -> turns.resume(paused.value()));

            assertThat(order()).isEqualTo(before);
        }
    }

    @Test
    void staysCancelledWhenItsOwnerWouldHaveTooManyOpen() {
        var cancelled = jobs.enqueue(maya, 2, 5, juggernaut);
        transactions.executeWithoutResult(status -> cancels.cancel(cancelled.value()));
        jobs.enqueue(maya, 2, 5, juggernaut);

        assertThat(transactions.<Boolean>execute(status -> cancels.undo(cancelled.value(), 3)))
                .isFalse();
        assertThat(transactions.<Boolean>execute(status -> cancels.undo(cancelled.value(), 4)))
                .isTrue();
        assertThat(jobs.open(maya)).isEqualTo(4);
    }

    @Test
    void staysCancelledWhenSomethingOfItHasRunOrItIsTooLate() {
        var begun = jobs.enqueue(maya, 2, 5, juggernaut);
        fail(claims.claim(idle(atlas)).orElseThrow(), false, 0);
        var old = jobs.enqueue(maya, 1, 5, juggernaut);
        transactions.executeWithoutResult(status -> {
            cancels.cancel(begun.value());
            cancels.cancel(old.value());
        });
        jdbc.sql("update generation_job set finished_at = utc_timestamp(6) - interval 11 second where request_id = ?")
                .param(old.value())
                .update();

        assertThat(transactions.<Boolean>execute(status -> cancels.undo(begun.value(), MANY)))
                .isFalse();
        assertThat(transactions.<Boolean>execute(status -> cancels.undo(old.value(), MANY)))
                .isFalse();
    }

    @Test
    void hasItsImagesFromALateAttemptAndIsNotRunAgain() {
        var request = jobs.enqueue(maya, 1, 5, juggernaut);
        var attempt = claims.claim(idle(atlas)).orElseThrow();
        fail(attempt, true, 0);
        var late = attempts.unsettled(List.of(atlas.value())).getFirst();

        assertThat(late.attempt()).isEqualTo(attempt.attempt());
        assertThat(lateEnds.adopt(late, List.of(), Measured.NOTHING)).isEqualTo(LateEnds.Use.WELCOME);

        assertThat(jobs.status(request.value())).isEqualTo("completed");
        assertThat(jobs.open(maya)).isZero();
        assertThat(attempts.unsettled(List.of(atlas.value()))).isEmpty();
        assertThat(lateEnds.adopt(late, List.of(), Measured.NOTHING)).isEqualTo(LateEnds.Use.NONE);
    }

    @Test
    void turnsFromFailedToCompletedByALateAttempt() {
        var request = jobs.enqueue(maya, 1, 5, juggernaut);
        var attempt = claims.claim(idle(atlas)).orElseThrow();
        ends.fail(attempt, new Failure("timed_out", "It took too long.", "", null, true), Measured.NOTHING);
        assertThat(jobs.status(request.value())).isEqualTo("failed");

        assertThat(lateEnds.adopt(attempt, List.of(), Measured.NOTHING)).isEqualTo(LateEnds.Use.WELCOME);

        assertThat(jobs.status(request.value())).isEqualTo("completed");
        assertThat(jobs.open(maya)).isZero();
    }

    @Test
    void leavesALateAttemptAloneWhileAnotherIsUnderWay() {
        jobs.enqueue(maya, 1, 5, juggernaut);
        var attempt = claims.claim(idle(atlas)).orElseThrow();
        fail(attempt, true, 0);
        due();
        assertThat(claims.claim(idle(borealis))).isPresent();

        assertThat(lateEnds.use(attempt)).isEqualTo(LateEnds.Use.PERHAPS_LATER);
        assertThat(lateEnds.adopt(attempt, List.of(), Measured.NOTHING)).isEqualTo(LateEnds.Use.PERHAPS_LATER);
    }

    @Test
    void countsHowOftenItsBackendsWentAwayOverIt() {
        jobs.enqueue(maya, 1, 5, juggernaut);
        var first = claims.claim(idle(atlas)).orElseThrow();
        attempts.started(first);
        fail(first, false, 0);
        due();
        var second = claims.claim(idle(borealis)).orElseThrow();

        assertThat(attempts.crashes(second)).isEqualTo(new Attempts.Crashes(2, 2));
    }

    @Test
    void isCancelledInsteadOfTriedAgainWhenSomebodyWantsThat() {
        var request = jobs.enqueue(maya, 1, 5, juggernaut);
        var claim = claims.claim(idle(atlas)).orElseThrow();
        transactions.executeWithoutResult(status -> cancels.cancel(request.value()));

        fail(claim, false, 0);

        assertThat(jobs.status(request.value())).isEqualTo("cancelled");
        assertThat(jobs.open(maya)).isZero();
    }

    private Claim next(UUID model, AccountId account) {
        jobs.enqueue(account, 1, 1, model);
        return claims.claim(idle(atlas)).orElseThrow();
    }

    private static ClaimWish idle(BackendId backend) {
        return ClaimWish.of(backend, 0, 0, model -> LOAD);
    }

    private void finish(Claim claim) {
        assertThat(ends.complete(claim, List.of(), Measured.NOTHING)).isTrue();
    }

    private void fail(Claim claim, boolean unsettled, long vram) {
        assertThat(ends.retry(claim, new Again("lost", "", Duration.ZERO, true, vram, unsettled)))
                .isTrue();
        due();
    }

    private void due() {
        jdbc.sql("update generation_job set status = 'waiting', not_before = null where status = 'backing_off'")
                .update();
    }

    /** At Atlas, while these take jobs. */
    private void failWhere(Set<UUID> taking) {
        var takers = new Takers(fleet) {
            @Override
            Set<UUID> ids() {
                return taking;
            }
        };
        var again = new Again("lost", "", Duration.ZERO, true, 0, false);
        assertThat(new JobEnds(database, endings, takers)
                        .retry(claims.claim(idle(atlas)).orElseThrow(), again))
                .isTrue();
        due();
    }

    private int change(java.util.function.Supplier<Integer> change) {
        return Optional.ofNullable(transactions.execute(status -> change.get())).orElseThrow();
    }

    private List<GenerationId> order() {
        return jdbc.sql("select request_id from generation_job where status = 'waiting' order by tag, id")
                .query((row, number) -> new GenerationId(row.getObject(1, UUID.class)))
                .list();
    }
}
