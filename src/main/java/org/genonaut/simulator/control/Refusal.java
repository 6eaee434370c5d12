package org.genonaut.simulator.control;

/** A request that cannot be done; its message tells what would be right. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    static Refusal forbidden(String message) {
        return new Refusal(403, message);
    }

    static Refusal notFound(String message) {
        return new Refusal(404, message);
    }

    static Refusal notAllowed(String message) {
        return new Refusal(405, message);
    }

    static Refusal conflict(String message) {
        return new Refusal(409, message);
    }

    int status() {
        return status;
    }
}
