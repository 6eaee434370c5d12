package org.genonaut.comfyui;

import org.jspecify.annotations.Nullable;

/** A call to a ComfyUI did not bring what it was made for. */
public abstract sealed class ComfyUIException extends RuntimeException {

    private final String message;

    private ComfyUIException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** Nothing answers at the address, or not in time. */
    public static final class Unreachable extends ComfyUIException {

        public Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Something answers, but not as a ComfyUI does: a proxy's page, broken JSON, a status that has no meaning here. */
    public static final class UnexpectedAnswer extends ComfyUIException {

        public UnexpectedAnswer(String message) {
            super(message, null);
        }
    }

    /** The server has no such file any more. */
    public static final class FileGone extends ComfyUIException {

        public FileGone(OutputImage image) {
            super("The server has no " + image.type() + " file " + image.filename() + " any more", null);
        }
    }

    /** The answer is larger than the caller allows. */
    public static final class TooLarge extends ComfyUIException {

        public TooLarge(long maxBytes) {
            super("The answer is larger than " + maxBytes + " bytes", null);
        }
    }
}
