package org.genonaut.backend.connection;

/** A backend cannot be asked, for a reason on our side, which is one sentence for people. */
public final class BackendUnusable extends RuntimeException {

    private final String reason;

    BackendUnusable(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
