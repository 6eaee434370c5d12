package org.genonaut.storage;

/** Something the store could not do; the type says what. */
public abstract sealed class StorageException extends RuntimeException
        permits StorageException.Missing, StorageException.AlreadyKept, StorageException.Unavailable, UnreadableImage {

    private static final long serialVersionUID = 1;

    StorageException(String message) {
        super(message);
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** No such image is kept. */
    public static final class Missing extends StorageException {
        private static final long serialVersionUID = 1;

        Missing(ImageKey key) {
            super("No image " + key);
        }
    }

    /** An original with this key is kept already; it stays as it was. */
    public static final class AlreadyKept extends StorageException {
        private static final long serialVersionUID = 1;

        AlreadyKept(ImageKey key) {
            super("Image " + key + " is kept already");
        }
    }

    /** The store cannot be written or read: the disk is full, the folder not ours, the medium broken. */
    public static final class Unavailable extends StorageException {
        private static final long serialVersionUID = 1;

        Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
