package org.genonaut.generation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.AccountId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the order of tags promises to people, whatever they have waiting and whatever they do with it. */
@GenonautTest
class FairShareTest {

    private static final PlayedFleet.Truth AS_EXPECTED = Claim::cost;

    @Autowired
    private Turns turns;

    @Autowired
    private Cancels cancels;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private AccountId maya;
    private AccountId noah;
    private AccountId ada;
    private AccountId finn;
    private PlayedFleet fleet;

    @BeforeEach
    void nobodyHasAnything(
            @Autowired ApplicationContext application, @Autowired TestTables tables, @Autowired TestAccounts accounts) {
        tables.empty();
        maya = accounts.member("maya").id();
        noah = accounts.member("noah").id();
        ada = accounts.member("ada").id();
        finn = accounts.member("finn").id();
        fleet = new PlayedFleet(application);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sharesGpuSecondsBetweenBacklogsWhateverTheirJobsCost(int backends) {
        var model = fleet.withOneModel(backends);
        fleet.submit(maya, 45, 1, model);
        fleet.submit(noah, 20, 3, model);
        fleet.submit(ada, 8, 10, model);

        double worst = 0;
        while (fleet.service(maya) < 30) {
            fleet.begin(AS_EXPECTED);
            fleet.end();
            worst = Math.max(worst, spread(maya, noah, ada));
        }

        assertThat(worst).isLessThanOrEqualTo(backends * 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void givesWhoeverHasOneDearJobAtATimeAsMuchAsABacklog(int backends) {
        var model = fleet.withOneModel(backends);
        fleet.submit(maya, 50, 1, model);
        fleet.submit(noah, 50, 1, model);
        fleet.submit(ada, 1, 10, model);
        fleet.submit(finn, 1, 10, model);

        while (fleet.service(maya) < 30) {
            fleet.begin(AS_EXPECTED);
            var owner = fleet.end().orElseThrow().account();
            if (owner.equals(ada) || owner.equals(finn)) {
                fleet.submit(owner, 1, 10, model);
            }
        }

        double fair = backends * fleet.now() / 4;
        for (var account : List.of(maya, noah, ada, finn)) {
            assertThat(fleet.service(account)).isCloseTo(fair, within(backends * 10.0));
        }
    }

    @Test
    void letsNobodyWaitForEver() {
        var model = fleet.withOneModel(2);
        var random = new Random(4);
        fleet.submit(maya, 100, 1, model);
        var others = List.of(noah, ada, finn);
        var waitingSince = new HashMap<UUID, Integer>();
        int claimed = 0;
        int longest = 0;

        for (int step = 0; step < 80; step++) {
            for (var claim : fleet.begin(AS_EXPECTED)) {
                claimed++;
                var since = waitingSince.remove(claim.request());
                longest = since == null ? longest : Math.max(longest, claimed - since);
            }
            fleet.end();
            var comer = others.get(random.nextInt(others.size()));
            if (waitingSince.isEmpty() || random.nextInt(4) == 0) {
                waitingSince.put(fleet.submit(comer, 1, 1 + random.nextInt(5), model), claimed);
            }
            int now = claimed;
            assertThat(waitingSince.values()).allMatch(since -> now - since <= 30);
        }

        assertThat(longest).isBetween(2, 30);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 2, 1", "3, 1, 0.5", "4, 2, 0.5", "5, 1, 2", "6, 2, 2"})
    void givesNothingForTouchingWhatWaits(long seed, int backends, double truth) {
        var model = fleet.withOneModel(backends);
        var restless = new Restless(noah, model, new Random(seed));
        fleet.submit(maya, 40, 3, model);
        fleet.submit(ada, 40, 3, model);
        for (int i = 0; i < 12; i++) {
            restless.submit();
        }

        double gain = 0;
        double loss = 0;
        for (int ended = 0; ended < 45; ended++) {
            fleet.begin(claim -> claim.cost() * truth);
            fleet.end();
            restless.act();
            gain = Math.max(gain, fleet.service(noah) - Math.min(fleet.service(maya), fleet.service(ada)));
            loss = Math.max(loss, Math.max(fleet.service(maya), fleet.service(ada)) - fleet.service(noah));
        }

        assertThat(gain).isLessThanOrEqualTo(backends * 3 * truth + 0.001);
    }

    /** Somebody who hopes to gain by touching what waits. */
    private final class Restless {

        private final AccountId account;
        private final UUID model;
        private final Random random;
        private final List<UUID> waiting = new ArrayList<>();
        private final List<UUID> paused = new ArrayList<>();

        Restless(AccountId account, UUID model, Random random) {
            this.account = account;
            this.model = model;
            this.random = random;
        }

        void submit() {
            waiting.add(fleet.submit(account, 1 + random.nextInt(4), 3, model));
        }

        void act() {
            var request = waiting.get(random.nextInt(waiting.size()));
            switch (random.nextInt(7)) {
                case 0 -> submit();
                case 1 -> {
                    transactions.executeWithoutResult(status -> cancels.cancel(request));
                    submit();
                }
                case 2 -> {
                    transactions.executeWithoutResult(status -> cancels.cancel(request));
                    transactions.executeWithoutResult(status -> cancels.undo(request, 500));
                }
                case 3 -> {
                    transactions.executeWithoutResult(status -> turns.pause(request));
                    paused.add(request);
                    submit();
                }
                case 4 -> {
                    paused.forEach(one -> transactions.executeWithoutResult(status -> turns.resume(one)));
                    paused.clear();
                }
                case 5 -> transactions.executeWithoutResult(status -> turns.moveUp(request));
                default -> transactions.executeWithoutResult(status -> turns.moveToTop(request));
            }
        }
    }

    @Test
    void givesTwiceTheWeightTwiceTheSeconds() {
        var model = fleet.withOneModel(2);
        fleet.submit(maya, 1, 2, model);
        jdbc.sql("update queue_flow set weight = 2 where account_id = ?")
                .param(maya.value())
                .update();
        fleet.submit(maya, 30, 2, model);
        fleet.submit(noah, 30, 2, model);

        while (fleet.service(maya) < 40) {
            fleet.begin(AS_EXPECTED);
            fleet.end();
        }

        assertThat(fleet.service(maya) - 2 * fleet.service(noah)).isBetween(-8.0, 8.0);
    }

    @Test
    void letsARequestGoBeforeAllOthersOnlyOnce() {
        var model = fleet.withOneModel(1);
        fleet.submit(maya, 20, 2, model);
        fleet.submit(noah, 10, 2, model);
        var urgent = fleet.submit(noah, 1, 2, model);
        fleet.begin(AS_EXPECTED);

        assertThat(isPutFirst(urgent)).isTrue();
        assertThat(isPutFirst(urgent)).isFalse();

        fleet.end();
        assertThat(fleet.begin(AS_EXPECTED)).extracting(Claim::request).containsExactly(urgent);
        var shares = new HashMap<AccountId, Integer>();
        for (int i = 0; i < 10; i++) {
            fleet.end();
            fleet.begin(AS_EXPECTED).forEach(claim -> shares.merge(claim.account(), 1, Integer::sum));
        }
        assertThat(shares.get(maya)).isBetween(5, 6);
    }

    private boolean isPutFirst(UUID request) {
        return Boolean.TRUE.equals(transactions.execute(status -> turns.putFirst(request)));
    }

    private double spread(AccountId... compared) {
        var services = Stream.of(compared).mapToDouble(fleet::service).summaryStatistics();
        return services.getMax() - services.getMin();
    }
}
