package org.genonaut.generation.ui.queue;

import static com.vaadin.flow.component.UI.getCurrent;

import org.genonaut.account.AccountId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.WaitingGenerations;
import org.genonaut.generation.lane.QueueRow;

/** Changes what one has waiting oneself. */
record OwnDeeds(GenerationService service, WaitingGenerations waiting, AccountId account, RowChange change)
        implements RowDeeds.Own {

    @Override
    public void up(QueueRow row) {
        change.act(row, id -> waiting.moveUp(account, id));
    }

    @Override
    public void top(QueueRow row) {
        change.act(row, id -> waiting.moveToTop(account, id));
    }

    @Override
    public void pause(QueueRow row) {
        change.act(row, id -> waiting.pause(account, id));
    }

    @Override
    public void resume(QueueRow row) {
        change.act(row, id -> waiting.resume(account, id));
    }

    @Override
    public void cancel(QueueRow row) {
        if (!row.begun()) {
            change.act(row, id -> service.cancel(account, id));
            change.offerUndo(
                    getCurrent().getTranslation("queue.cancelled"), row, id -> waiting.undoCancel(account, id));
        } else if (row.images() == 1) {
            change.act(row, id -> service.cancel(account, id));
        } else {
            change.ask(getCurrent().getTranslation("queue.cancel.own"), row, id -> service.cancel(account, id));
        }
    }
}
