package org.genonaut.generation.run;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionFactory;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.account.AccountId;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendDeclaration;
import org.genonaut.backend.BackendOrigin;
import org.genonaut.backend.Fleet;
import org.genonaut.backend.connection.ConnectionSettings;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.comfyui.Timeouts;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationParametersBuilder;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.queue.JobEnds;
import org.genonaut.generation.queue.Wakeup;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.generation.run.MixedFleet.Servers;
import org.genonaut.simulator.fault.Fault;

/** Generations on a fleet that has faults, and its recovery. */
final class Trials {

    /** So many steps that a cancel always comes in time. */
    static final SamplerParams ENDLESS = new SamplerParams(new Seed(1), 3_000, 6, "euler", "normal", 1);

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration OFTEN = Duration.ofMillis(10);

    private final GenerationService generations;
    private final Fleet fleet;
    private final ModelCatalog catalog;
    private final TestAccounts accounts;
    private final Servers servers;
    private final Audit audit;
    private final JobEnds ends;
    private final Wakeup wakeup;

    Trials(
            GenerationService generations,
            Fleet fleet,
            ModelCatalog catalog,
            TestAccounts accounts,
            Servers servers,
            Audit audit,
            JobEnds ends,
            Wakeup wakeup) {
        this.generations = generations;
        this.fleet = fleet;
        this.catalog = catalog;
        this.accounts = accounts;
        this.servers = servers;
        this.audit = audit;
        this.ends = ends;
        this.wakeup = wakeup;
    }

    /** Until the files of both servers are known, which a fault may have taken: only at the beginning of a test. */
    void awaitReady() {
        TestFleet.awaitReady(fleet, catalog);
    }

    AccountId newAccount() {
        awaitReady();
        return accounts.member(TestFleet.newName()).id();
    }

    /** With a seed of its own, so that no server answers it from its cache. */
    GenerationId submit(AccountId account, GenerationParametersBuilder generation) {
        return generations.submit(account, GenerationDraft.of(generation.build().withSeed(Seed.random())));
    }

    Generation find(AccountId account, GenerationId id) {
        return generations.find(account, id).orElseThrow();
    }

    void cancel(AccountId account, GenerationId id) {
        generations.cancel(account, id);
    }

    Generation awaitEnd(AccountId account, GenerationId id) {
        return patiently()
                .until(
                        () -> hurried(() -> find(account, id)),
                        found -> !found.status().isOpen());
    }

    /** Until an attempt came to nothing; the next one is not hurried. */
    void awaitSetback(GenerationId id) {
        patiently().until(() -> audit.attempts(id).stream().anyMatch(Attempt::isOver));
    }

    static void awaitThat(Callable<Boolean> condition) {
        patiently().until(condition);
    }

    private static ConditionFactory patiently() {
        return await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(OFTEN);
    }

    /** Does at once what house-keeping does every second or more seldom. */
    <T> T hurried(Callable<T> question) throws Exception {
        fleet.backends().stream()
                .filter(backend -> !backend.isUp())
                .map(Backend::id)
                .forEach(fleet::suspect);
        if (ends.resumeDue() > 0) {
            wakeup.wake();
        }
        return question.call();
    }

    /** All backends are asked under these limits from now on. */
    void allow(Timeouts timeouts) {
        var declarations = fleet.backends().stream()
                .map(backend -> new BackendDeclaration(backend.name(), within(backend, timeouts)))
                .toList();
        fleet.declare(BackendOrigin.CONFIG, declarations, "Not in this test.");
        awaitUp();
    }

    private static ConnectionSettings within(Backend backend, Timeouts timeouts) {
        var plain = ConnectionSettings.to(backend.url());
        return new ConnectionSettings(plain.url(), plain.credentials(), plain.headers(), plain.trust(), timeouts);
    }

    boolean isUp(String backend) {
        return fleet.backends().stream().anyMatch(found -> found.name().equals(backend) && found.isUp());
    }

    /** Lifts every fault, restarts what only a restart mends, and waits until the fleet has noticed. */
    void recover() {
        for (var server : servers.all()) {
            server.script().faults().liftAll();
            if (server.script().faults().isOn(Fault.ZombieWorker.class)) {
                server.script().restart();
            }
        }
        awaitUp();
    }

    void awaitUp() {
        patiently().until(() -> hurried(() -> fleet.backends().stream().allMatch(Backend::isUp)));
    }
}
