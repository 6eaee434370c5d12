package org.genonaut.comfyui;

import java.util.Set;
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

        /** What keeps us from it. */
        public enum Reason {
            NO_SERVER("found no server at the address"),
            UNKNOWN_HOST("found no host of that name"),
            UNTRUSTED("was shown a certificate that is not trusted"),
            TIMED_OUT("got no answer in time"),
            BROKEN("lost its connection before the answer was complete"),
            /** We ourselves stopped waiting. */
            ABANDONED("was abandoned");

            private final String sentence;

            Reason(String sentence) {
                this.sentence = sentence;
            }
        }

        private final Reason reason;

        /** @param request its method and path */
        public Unreachable(String request, Reason reason, @Nullable Throwable cause) {
            super(request + " " + reason.sentence + details(reason, cause), cause);
            this.reason = reason;
        }

        /** Why a certificate is not trusted is for its owner to know; other causes speak of Java. */
        private static String details(Reason reason, @Nullable Throwable cause) {
            if (reason != Reason.UNTRUSTED || cause == null) {
                return "";
            }
            var innermost = cause;
            while (innermost.getCause() != null) {
                innermost = innermost.getCause();
            }
            return ": " + innermost.getMessage();
        }

        public Reason reason() {
            return reason;
        }

        /** Whether the request certainly did not arrive. */
        public boolean neverSent() {
            return switch (reason) {
                case NO_SERVER, UNKNOWN_HOST, UNTRUSTED -> true;
                case TIMED_OUT, BROKEN, ABANDONED -> false;
            };
        }
    }

    /** Something answers, but not as a ComfyUI does: a proxy's page, broken JSON, a status that has no meaning here. */
    public static final class UnexpectedAnswer extends ComfyUIException {

        private final boolean wantsCredentials;

        private static final Set<Integer> REFUSALS = Set.of(401, 403, 407);

        /**
         * @param request its method and path
         * @param status of HTTP
         */
        public UnexpectedAnswer(String request, int status, String mediaType) {
            super(request + " " + sentence(status, mediaType), null);
            this.wantsCredentials = REFUSALS.contains(status);
        }

        private static String sentence(int status, String mediaType) {
            return REFUSALS.contains(status)
                    ? "was refused with %d: whatever stands before the server wants other credentials".formatted(status)
                    : "was answered with %d %s, as no ComfyUI does".formatted(status, mediaType);
        }

        /** Whether something before the server refuses us. */
        public boolean wantsCredentials() {
            return wantsCredentials;
        }
    }

    /** The server has no such file any more. */
    public static final class FileGone extends ComfyUIException {

        public FileGone(OutputImage image) {
            super("The server has no " + image.type() + " file " + image.filename() + " any more", null);
        }
    }

    /** The answer is larger than the caller allows, or a file is larger than the server does. */
    public static final class TooLarge extends ComfyUIException {

        private TooLarge(String message) {
            super(message, null);
        }

        public static TooLarge answer(long maxBytes) {
            return new TooLarge("The answer is larger than " + maxBytes + " bytes");
        }

        public static TooLarge upload() {
            return new TooLarge("The file is larger than the server takes");
        }
    }
}
