package org.genonaut.backend;

/** Another backend has what is to be unique in the fleet. */
public final class BackendTaken extends RuntimeException {

    private final What what;

    /** What it has. */
    public enum What {
        NAME,
        ADDRESS
    }

    BackendTaken(What what, String value) {
        super("Another backend has the " + (what == What.NAME ? "name " : "address ") + value);
        this.what = what;
    }

    public What what() {
        return what;
    }
}
