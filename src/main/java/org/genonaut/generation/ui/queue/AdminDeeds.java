package org.genonaut.generation.ui.queue;

import static com.vaadin.flow.component.UI.getCurrent;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.function.Consumer;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationNotFound;
import org.genonaut.generation.QueueAdministration;
import org.genonaut.generation.lane.QueueRow;
import org.genonaut.ui.Undo;

/** Changes what anybody has waiting. */
record AdminDeeds(QueueAdministration queue, Runnable changed) implements RowDeeds.Everybodys {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public void putFirst(QueueRow row) {
        act(row, id -> {
            if (!queue.putFirst(id)) {
                Notification.show(getCurrent().getTranslation("queue.is-first"));
            }
        });
    }

    @Override
    public void pause(QueueRow row) {
        act(row, queue::pause);
    }

    @Override
    public void resume(QueueRow row) {
        act(row, queue::resume);
    }

    /** Another's work is not called off by a slip of the hand: it can be taken back, or is asked for before. */
    @Override
    public void cancel(QueueRow row) {
        if (row.begun()) {
            ask(row);
        } else {
            act(row, queue::cancel);
            Undo.offer(getCurrent().getTranslation("queue.cancelled-of", row.person()), PATIENCE, () -> takeBack(row));
        }
    }

    private void takeBack(QueueRow row) {
        act(row, id -> {
            if (!queue.undoCancel(id)) {
                Notification.show(getCurrent().getTranslation("queue.too-late"));
            }
        });
    }

    private void ask(QueueRow row) {
        var ui = getCurrent();
        var question = new ConfirmDialog();
        question.setHeader(ui.getTranslation("queue.cancel.title", row.person()));
        question.setText(ui.getTranslation("queue.cancel.sentence", row.images()));
        question.setConfirmButton(
                ui.getTranslation("queue.cancel"), confirm -> act(row, queue::cancel), "error primary");
        question.setCancelButton(ui.getTranslation("queue.keep"), keep -> {});
        question.setCancelable(true);
        question.open();
    }

    private void act(QueueRow row, Consumer<GenerationId> deed) {
        try {
            deed.accept(row.id());
        } catch (GenerationNotFound gone) {
            Notification.show(getCurrent().getTranslation("queue.gone"));
        }
        changed.run();
    }
}
