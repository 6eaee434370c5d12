package org.genonaut.generation.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.WaitingJobs;
import org.genonaut.generation.queue.ClaimWish;
import org.genonaut.generation.queue.Claims;
import org.genonaut.generation.queue.Failure;
import org.genonaut.generation.queue.JobEnds;
import org.genonaut.generation.queue.Measured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@GenonautTest
class PaceLearnerTest {

    private static final double WORK = 30;

    @Autowired
    private Claims claims;

    @Autowired
    private JobEnds ends;

    @Autowired
    private Paces paces;

    @Autowired
    private JdbcClient jdbc;

    private WaitingJobs waiting;
    private AccountId maya;
    private BackendId atlas;
    private BackendId borealis;
    private UUID jugger;
    private UUID flux;

    @BeforeEach
    void twoBackendsWithTwoCheckpoints(
            @Autowired ApplicationContext application, @Autowired TestTables tables, @Autowired TestAccounts accounts) {
        tables.empty();
        waiting = new WaitingJobs(application);
        maya = accounts.member("maya").id();
        atlas = waiting.backend("Atlas");
        borealis = waiting.backend("Borealis");
        jugger = waiting.checkpoint("jugger.safetensors", atlas, borealis);
        flux = waiting.checkpoint("flux.safetensors", atlas, borealis);
    }

    @Test
    void guessesByFamilyUntilSomethingRan() {
        var expected = paces.expectedRun(atlas, jugger, WORK);

        assertThat(expected.isGuess()).isTrue();
        assertThat(expected.mean()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
        assertThat(expected.spread()).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void knowsWhatWasLearnedAtOnce() {
        run(jugger, 12.0, 2.0, false);

        var expected = paces.expectedRun(atlas, jugger, WORK);

        assertThat(expected.source()).isEqualTo(Speed.Source.LEARNED_HERE);
        assertThat(expected.mean()).isCloseTo(Duration.ofSeconds(10), Duration.ofMillis(10));
        assertThat(paces.load(atlas, jugger)).isEqualTo(Duration.ofSeconds(2));
        assertThat(paces.largestThatWorked(jugger)).hasValue(new PictureSize(640, 512, 1));
    }

    @Test
    void learnsNothingFromACachedRun() {
        run(jugger, 12.0, 0, false);
        run(jugger, 0.02, 0, true);

        assertThat(samples()).isEqualTo(1);
        assertThat(paces.expectedRun(atlas, jugger, WORK).mean()).isGreaterThan(Duration.ofSeconds(9));
    }

    @Test
    void learnsNothingFromARunThatFailed() {
        waiting.enqueue(maya, 1, WORK, jugger);
        var broken = new Failure("node_failed", "Broken", "", null, false);
        ends.fail(claims.claim(ClaimWish.any(atlas)).orElseThrow(), broken, Measured.NOTHING);

        assertThat(samples()).isZero();
    }

    @Test
    void seesALoadOnlyWhereTheModelChanged() {
        run(jugger, 12.0, 4.0, false);
        run(jugger, 9.0, 1.0, false); // The text encoder, no load.
        assertThat(paces.load(atlas, jugger)).isEqualTo(Duration.ofSeconds(4));

        run(flux, 40.0, 20.0, false);
        run(jugger, 14.0, 6.0, false);

        assertThat(paces.load(atlas, flux)).isEqualTo(Duration.ofSeconds(20));
        assertThat(paces.load(atlas, jugger)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesWhatOtherBackendsTaughtForOneThatIsNew() {
        run(jugger, 12.0, 2.0, false);

        var expected = paces.expectedRun(borealis, jugger, WORK);

        assertThat(expected.source()).isEqualTo(Speed.Source.LEARNED_ELSEWHERE);
        assertThat(expected.mean()).isCloseTo(Duration.ofSeconds(10), Duration.ofMillis(10));
        assertThat(paces.load(borealis, jugger)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void keepsWhatWasLearnedForTheNextNode() {
        run(jugger, 12.0, 2.0, false);
        run(jugger, 10.4, 0.4, false);

        var stored = new StoredPaces(jdbc).locked(new StoredPaces.Key(atlas.value(), jugger));

        assertThat(stored.samples()).isEqualTo(2);
        assertThat(stored.meanSeconds()).isCloseTo(10.2, within(0.01));
        assertThat(new StoredPaces(jdbc).all()).isEqualTo(Map.of(jugger, Map.of(atlas.value(), stored)));
    }

    private void run(UUID model, double run, double load, boolean cached) {
        waiting.enqueue(maya, 1, WORK, model);
        var measured = new Measured(Speed.duration(run), Speed.duration(load), cached);
        ends.complete(claims.claim(ClaimWish.any(atlas)).orElseThrow(), List.of(), measured);
    }

    private int samples() {
        return jdbc.sql("select coalesce(sum(samples), 0) from run_pace")
                .query(Integer.class)
                .single();
    }
}
