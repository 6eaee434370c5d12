package org.genonaut.generation.ui.queue;

import org.genonaut.generation.lane.QueueRow;

/** What can be done with what waits, by its owner or by an admin. */
sealed interface RowDeeds {

    void pause(QueueRow row);

    void resume(QueueRow row);

    void cancel(QueueRow row);

    /** By who waits: their own among their own. */
    non-sealed interface Own extends RowDeeds {

        void up(QueueRow row);

        void top(QueueRow row);
    }

    /** By an admin. */
    non-sealed interface Everybodys extends RowDeeds {

        void putFirst(QueueRow row);
    }
}
