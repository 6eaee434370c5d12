package org.genonaut.generation.queue;

import org.genonaut.catalog.PresenceChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the pools true when models come to or go from backends. */
@Component
class PoolKeeper {

    private final QueueDatabase database;
    private final Wakeup wakeup;

    PoolKeeper(QueueDatabase database, Wakeup wakeup) {
        this.database = database;
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
        for (int requirement : requirements) {
            database.inTransaction(jdbc -> {
                new Pools(jdbc).recompute(requirement);
                return requirement;
            });
        }
        wakeup.wake();
    }
}
