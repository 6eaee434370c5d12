package org.genonaut.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting for processes while the application starts or stops, when nobody has a reason to interrupt it. */
final class Processes {

    private Processes() {}

    /** Waits for the end and returns the exit code. */
    static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits at most that long; true when the process has ended. */
    static boolean hasEndedWithin(Duration patience, Process process) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for the database", e);
    }
}
