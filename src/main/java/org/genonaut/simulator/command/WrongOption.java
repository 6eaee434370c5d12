package org.genonaut.simulator.command;

/** An option that cannot be understood; the message tells what would be right. */
final class WrongOption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongOption(String message) {
        super(message);
    }
}
