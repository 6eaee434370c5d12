package org.genonaut.generation.ui.queue;

import static com.vaadin.flow.component.UI.getCurrent;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
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
            ask(row);
        } else {
            change.act(row, queue::cancel);
            change.offerUndo(getCurrent().getTranslation("queue.cancelled-of", row.person()), row, queue::undoCancel);
        }
    }

    private void ask(QueueRow row) {
        var ui = getCurrent();
        var question = new ConfirmDialog();
        question.setHeader(ui.getTranslation("queue.cancel.title", row.person()));
        question.setText(ui.getTranslation("queue.cancel.sentence", row.images()));
        question.setConfirmButton(
                ui.getTranslation("queue.cancel"), confirm -> change.act(row, queue::cancel), "error primary");
        question.setCancelButton(ui.getTranslation("queue.keep"), keep -> {});
        question.setCancelable(true);
        question.open();
    }
}
