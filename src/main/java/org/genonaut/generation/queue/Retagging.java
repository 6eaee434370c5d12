package org.genonaut.generation.queue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.backend.Fleet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Gives accounts their tags anew when what they were measured by is gone: a backend that ran ahead of the others and takes
 * no jobs any more would leave those behind who submitted by its time.
 */
@Component
class Retagging implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Retagging.class);

    private static final String WAITING_FOR = """
            select distinct account_id from generation_job
             where status = 'waiting' and pool_id in (select pool_id from backend_pool where backend_id = ?)""";

    private static final String RUNS_AHEAD = """
            select count(*) from backend gone where gone.id = :gone and gone.virtual_time >
              (select coalesce(max(other.virtual_time), 0) from backend other where other.id in (:takers))""";

    private final QueueDatabase database;
    private final Takers takers;
    private final Runnable unsubscribe;
    private Set<UUID> before = Set.of();

    Retagging(QueueDatabase database, Takers takers, Fleet fleet) {
        this.database = database;
        this.takers = takers;
        this.unsubscribe = fleet.subscribe(this::fleetChanged);
    }

    private synchronized void fleetChanged() {
        var now = takers.ids();
        var gone = new TreeSet<>(before);
        gone.removeAll(now);
        before = now;
        gone.forEach(this::retagThoseWaitingFor);
    }

    private void retagThoseWaitingFor(UUID backend) {
        try {
            if (runsAhead(backend)) {
                retag(accountsWaitingFor(backend));
            }
        } catch (DataAccessException databaseAway) {
            log.warn("Turns stay as they are: {}", databaseAway.getMessage());
        }
    }

    private boolean runsAhead(UUID backend) {
        return database.jdbc()
                        .sql(RUNS_AHEAD)
                        .param("gone", backend)
                        .param("takers", takers.ids())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<AccountId> accountsWaitingFor(UUID backend) {
        return database.jdbc()
                .sql(WAITING_FOR)
                .param(backend)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /** One transaction each: together they would hold all rows at once. */
    void retag(Collection<AccountId> accounts) {
        for (var account : accounts) {
            database.inTransaction(jdbc -> {
                var flow = Flow.lock(jdbc, takers.time(jdbc), account);
                flow.retag();
                flow.store();
                return account;
            });
        }
    }

    @Override
    public void destroy() {
        unsubscribe.run();
    }
}
