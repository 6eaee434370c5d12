package org.genonaut.simulator.event;

/** Whom an event is for. */
public sealed interface Recipient {
    /** Every open socket. */
    record Everyone() implements Recipient {}

    /** The socket that is registered under a client id when the event is sent. */
    record Client(String id) implements Recipient {}

    /** No socket, as a prompt without a client id has it for most events. */
    record Nobody() implements Recipient {}

    /** What no socket can be looked up by; an attempt ends the whole process. */
    record Unhashable() implements Recipient {}
}
