package org.genonaut.generation.ui.queue;

import static com.vaadin.flow.component.UI.getCurrent;

import com.vaadin.flow.component.notification.Notification;
import org.genonaut.generation.QueueAdministration;
import org.genonaut.generation.lane.QueueRow;

/** Changes what anybody has waiting. */
record AdminDeeds(QueueAdministration queue, RowChange change) implements RowDeeds.Everybodys {

    @Override
    public void putFirst(QueueRow row) {
        change.act(row, id -> {
            if (!queue.putFirst(id)) {
                Notification.show(getCurrent().getTranslation("queue.is-first"));
            }
        });
    }

    @Override
    public void pause(QueueRow row) {
        change.act(row, queue::pause);
    }

    @Override
    public void resume(QueueRow row) {
        change.act(row, queue::resume);
    }

    /** Another's work is not called off by a slip of the hand: it can be taken back, or is asked for before. */
    @Override
    public void cancel(QueueRow row) {
        if (row.begun()) {
            change.ask(getCurrent().getTranslation("queue.cancel.title", row.person()), row, queue::cancel);
        } else {
            change.act(row, queue::cancel);
            change.offerUndo(getCurrent().getTranslation("queue.cancelled-of", row.person()), row, queue::undoCancel);
        }
    }
}
