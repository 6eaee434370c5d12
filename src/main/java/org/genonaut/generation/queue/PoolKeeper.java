package org.genonaut.generation.queue;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.BackendState;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.PresenceChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps pools and turns true when models come to or go from backends, and when backends come into use or go out of it: by
 * an admin or a configuration, not by being away for a while.
 */
@Component
public class PoolKeeper implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PoolKeeper.class);

    /** Of what has no open job, the pool is looked at when the next one comes. */
    private static final String WITH_OPEN_JOBS = """
            select id from requirement q where exists
              (select 1 from generation_job j force index (ix_requirement)
                where j.requirement_id = q.id and j.status in ('waiting', 'backing_off', 'paused', 'processing'))""";

    /** Whoever has jobs that changed between somebody and nobody: those take turns only while somebody can serve them. */
    private static final String OWNERS =
            "select distinct account_id from generation_job where requirement_id = ? and status in ('waiting', 'backing_off')";

    private final QueueDatabase database;
    private final Retagging retagging;
    private final Wakeup wakeup;
    private final Fleet fleet;
    private final Runnable unsubscribe;
    private Set<BackendId> inUse = Set.of();

    PoolKeeper(QueueDatabase database, Retagging retagging, Wakeup wakeup, Fleet fleet) {
        this.database = database;
        this.retagging = retagging;
        this.wakeup = wakeup;
        this.fleet = fleet;
        this.unsubscribe = fleet.subscribe(this::fleetChanged);
    }

    @EventListener
    void presenceChanged(PresenceChanged event) {
        var models = event.models().stream().map(model -> model.value()).toList();
        recompute(database.jdbc()
                .sql("select distinct requirement_id from requirement_file where file_id in (:models)")
                .param("models", models));
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void fleetChanged() {
        var now = fleet.backends().stream()
                .filter(backend -> !(backend.state() instanceof BackendState.Disabled))
                .map(Backend::id)
                .collect(toSet());
        if (now.equals(inUse)) {
            return;
        }
        try {
            recompute(database.jdbc().sql(WITH_OPEN_JOBS));
            inUse = now;
        } catch (DataAccessException databaseAway) {
            log.warn("Jobs stay with the backends that they had: {}", databaseAway.getMessage());
        }
    }

    /** Makes up for what others could not finish: they saw a change, and then they or the database went down. */
    public void catchUp() {
        var pools = new Pools(database.jdbc());
        var stale = ids(database.jdbc().sql(WITH_OPEN_JOBS)).stream()
                .filter(pools::isStale)
                .toList();
        if (!stale.isEmpty()) {
            log.info("{} sets of models have other backends than their jobs were told", stale.size());
            recompute(stale);
        }
    }

    private void recompute(JdbcClient.StatementSpec requirements) {
        recompute(ids(requirements));
    }

    private static List<Integer> ids(JdbcClient.StatementSpec requirements) {
        return requirements.query((row, number) -> row.getInt(1)).list();
    }

    private void recompute(List<Integer> requirements) {
        requirements.forEach(this::recompute);
        wakeup.wake();
    }

    private void recompute(int requirement) {
        boolean servable = database.inTransaction(jdbc -> new Pools(jdbc).recompute(requirement));
        if (servable) {
            retagging.retag(owners(requirement));
        }
    }

    private List<AccountId> owners(int requirement) {
        return database.jdbc()
                .sql(OWNERS)
                .param(requirement)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public void destroy() {
        unsubscribe.run();
    }
}
