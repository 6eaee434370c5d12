package org.genonaut.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why there is no embedded database; {@link #action()} says what to do about it. */
abstract sealed class EmbeddedDatabaseException extends RuntimeException {

    private final String action;

    private EmbeddedDatabaseException(String sentence, String action, @Nullable Throwable cause) {
        super(sentence, cause);
        this.action = action;
    }

    String action() {
        return action;
    }

    /** Another process holds the lock on the data directory. */
    static final class InUse extends EmbeddedDatabaseException {
        InUse(Path directory) {
            super(
                    "Another Genonaut is already running on the data directory " + directory + ".",
                    "Stop it, or name another folder in GENONAUT_DATA_DIR.",
                    null);
        }
    }

    /** There are no MariaDB binaries for this operating system and processor. */
    static final class NoBinaries extends EmbeddedDatabaseException {
        NoBinaries() {
            super(
                    "There is no embedded MariaDB for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch") + ".",
                    "Install MariaDB 10.11 or later and set GENONAUT_DB_URL, GENONAUT_DB_USER and GENONAUT_DB_PASSWORD.",
                    null);
        }
    }

    /** The server or its installer ended, or did not answer in time. */
    static final class NotStarted extends EmbeddedDatabaseException {
        NotStarted(String what, Path log) {
            super("The embedded MariaDB did not start: " + what, "Its log is in " + log + ".", null);
        }
    }

    /** The data directory cannot be written, or a process could not be launched. */
    static final class Unusable extends EmbeddedDatabaseException {
        Unusable(Path directory, Exception cause) {
            super(
                    "The data directory " + directory + " cannot be used: " + cause + ".",
                    "Make it writable, or name another folder in GENONAUT_DATA_DIR.",
                    cause);
        }
    }
}
