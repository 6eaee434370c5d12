package org.genonaut.simulator.protocol;

/** A request that a real server's handler stumbles over; it becomes a bare 500. */
public final class ServerTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServerTrouble(String message) {
        super(message);
    }
}
