package org.genonaut.simulator.fault;

/** How long a fault lasts once it is switched on. */
public enum Lasting {
    /** It happens, and is over. */
    ONCE("happens once"),

    /** It awaits a number of occasions, or all until it is lifted; a restart of the server does not end it. */
    COUNTED("happens so many times, or until it is lifted"),

    /** It is a state of the running server, so a restart ends it too. */
    UNTIL_LIFTED("lasts until it is lifted or the server restarts"),

    /** It cannot be lifted. */
    UNTIL_RESTART("lasts until the server restarts");

    private final String words;

    Lasting(String words) {
        this.words = words;
    }

    /** For people, to follow the name of a fault. */
    public String words() {
        return words;
    }

    boolean endsWithRestart() {
        return this == UNTIL_LIFTED || this == UNTIL_RESTART;
    }
}
