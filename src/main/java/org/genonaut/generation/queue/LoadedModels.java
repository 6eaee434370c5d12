package org.genonaut.generation.queue;

import org.genonaut.backend.BackendId;
import org.springframework.stereotype.Component;

/** What each backend's last job loaded, which is all that we know of its memory. */
@Component
public class LoadedModels {

    private final QueueDatabase database;

    LoadedModels(QueueDatabase database) {
        this.database = database;
    }

    /** After a restart, or when it was told to free its memory. */
    public void forget(BackendId backend) {
        database.inTransaction(jdbc -> jdbc.sql("update backend set loaded_model_id = null where id = ?")
                .param(backend.value())
                .update());
    }
}
