package org.genonaut.generation.queue;

import java.util.List;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.catalog.PresenceChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps pools and turns true when models come to or go from backends. */
@Component
class PoolKeeper {

    /** Whoever has jobs that changed between somebody and nobody: those take turns only while somebody can serve them. */
    private static final String OWNERS =
            "select distinct account_id from generation_job where requirement_id = ? and status in ('waiting', 'backing_off')";

    private final QueueDatabase database;
    private final Retagging retagging;
    private final Wakeup wakeup;

    PoolKeeper(QueueDatabase database, Retagging retagging, Wakeup wakeup) {
        this.database = database;
        this.retagging = retagging;
        this.wakeup = wakeup;
    }

    @EventListener
    void presenceChanged(PresenceChanged event) {
        var models = event.models().stream().map(model -> model.value()).toList();
        var requirements = database.jdbc()
                .sql("select distinct requirement_id from requirement_file where file_id in (:models)")
                .param("models", models)
                .query(Integer.class)
                .list();
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
}
