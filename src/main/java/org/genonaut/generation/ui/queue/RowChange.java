package org.genonaut.generation.ui.queue;

import static com.vaadin.flow.component.UI.getCurrent;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationNotFound;
import org.genonaut.generation.lane.QueueRow;
import org.genonaut.ui.Undo;

/**
 * Does what a person wants done to a row, and says what came of it.
 *
 * @param changed the page shows what is there now
 */
record RowChange(Runnable changed) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** One that has ended meanwhile needs nothing. */
    void act(QueueRow row, Consumer<GenerationId> deed) {
        try {
            deed.accept(row.id());
        } catch (GenerationNotFound gone) {
            Notification.show(getCurrent().getTranslation("queue.gone"));
        }
        changed.run();
    }

    /** Before a cancel that nobody could take back. */
    void ask(String title, QueueRow row, Consumer<GenerationId> cancel) {
        var ui = getCurrent();
        var question = new ConfirmDialog();
        question.setHeader(title);
        question.setText(ui.getTranslation("queue.cancel.sentence", row.images()));
        question.setConfirmButton(ui.getTranslation("queue.cancel"), confirm -> act(row, cancel), "error primary");
        question.setCancelButton(ui.getTranslation("queue.keep"), keep -> {});
        question.setCancelable(true);
        question.open();
    }

    /** @param undo answers false when it is too late */
    void offerUndo(String sentence, QueueRow row, Predicate<GenerationId> undo) {
        Undo.offer(
                sentence,
                PATIENCE,
                () -> act(row, id -> {
                    if (!undo.test(id)) {
                        Notification.show(getCurrent().getTranslation("queue.too-late"));
                    }
                }));
    }
}
