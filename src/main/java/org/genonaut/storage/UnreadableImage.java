package org.genonaut.storage;

/** The bytes are no image that we can show: an unknown format, broken, or too large to decode. */
public final class UnreadableImage extends StorageException {

    private static final long serialVersionUID = 1;

    UnreadableImage(String message) {
        super(message);
    }

    UnreadableImage(String message, Throwable cause) {
        super(message, cause);
    }
}
