package org.genonaut.simulator.run;

/**
 * An exception outside of any node. On a real server it ends the only worker thread while HTTP goes on as if all were
 * well.
 */
final class WorkerDeath extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkerDeath(String message) {
        super(message);
    }
}
