package org.genonaut.generation.run;

import org.genonaut.backend.BackendRestarted;
import org.genonaut.generation.queue.LoadedModels;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets what a backend had loaded when it was started anew; each node that notices may do so. */
@Component
class RestartWatch {

    private final LoadedModels loaded;

    RestartWatch(LoadedModels loaded) {
        this.loaded = loaded;
    }

    @EventListener
    void restarted(BackendRestarted event) {
        loaded.forget(event.backend());
    }
}
