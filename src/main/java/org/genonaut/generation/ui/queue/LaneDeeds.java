package org.genonaut.generation.ui.queue;

import static com.vaadin.flow.component.UI.getCurrent;

import java.time.Duration;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendSettings;
import org.genonaut.ui.DrainQuestion;
import org.genonaut.ui.Undo;

/** What admins can do with a backend from its lane. */
record LaneDeeds(BackendSettings settings) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    void drain(Backend backend) {
        new DrainQuestion(backend.name(), BackendSettings.MAX_NOTE, note -> drain(backend, note)).open();
    }

    private void drain(Backend backend, String note) {
        settings.drain(backend.id(), note);
        Undo.offer(getCurrent().getTranslation("queue.drained", backend.name()), PATIENCE, () -> enable(backend));
    }

    void enable(Backend backend) {
        settings.enable(backend.id());
    }
}
