package org.genonaut.generation.ui.queue;

import static com.vaadin.flow.component.UI.getCurrent;

import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.function.Consumer;
import org.genonaut.account.AccountId;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationNotFound;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.WaitingGenerations;
import org.genonaut.generation.lane.QueueRow;
import org.genonaut.ui.Undo;

/** Changes what one has waiting oneself. */
record OwnDeeds(GenerationService service, WaitingGenerations waiting, AccountId account, Runnable changed)
        implements RowDeeds.Own {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public void up(QueueRow row) {
        act(row, id -> waiting.moveUp(account, id));
    }

    @Override
    public void top(QueueRow row) {
        act(row, id -> waiting.moveToTop(account, id));
    }

    @Override
    public void pause(QueueRow row) {
        act(row, id -> waiting.pause(account, id));
    }

    @Override
    public void resume(QueueRow row) {
        act(row, id -> waiting.resume(account, id));
    }

    @Override
    public void cancel(QueueRow row) {
        act(row, id -> service.cancel(account, id));
        if (!row.begun()) {
            Undo.offer(getCurrent().getTranslation("queue.cancelled"), PATIENCE, () -> takeBack(row));
        }
    }

    private void takeBack(QueueRow row) {
        act(row, id -> {
            if (!waiting.undoCancel(account, id)) {
                Notification.show(getCurrent().getTranslation("queue.too-late"));
            }
        });
    }

    /** One that has ended meanwhile needs nothing. */
    private void act(QueueRow row, Consumer<GenerationId> deed) {
        try {
            deed.accept(row.id());
        } catch (GenerationNotFound gone) {
            Notification.show(getCurrent().getTranslation("queue.gone"));
        }
        changed.run();
    }
}
