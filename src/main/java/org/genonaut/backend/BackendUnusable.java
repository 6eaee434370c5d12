package org.genonaut.backend;

/** A backend cannot be asked, for a reason on our side, which is one sentence for people. */
final class BackendUnusable extends RuntimeException {

    private final String reason;

    BackendUnusable(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
