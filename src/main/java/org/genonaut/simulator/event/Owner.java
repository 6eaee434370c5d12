package org.genonaut.simulator.event;

/** Who sent a prompt, as far as the prompt tells. */
public sealed interface Owner {
    /** No client id: some events go to everyone, the others to nobody. */
    record None() implements Owner {}

    record Client(String id) implements Owner {}

    /** A client id that no socket can have, such as a number. */
    record Unreachable() implements Owner {}

    /** A list or an object: looking for its socket ends the whole process. */
    record Unhashable() implements Owner {}

    /** Whom an event reaches that is only for the owner. */
    default Recipient only() {
        return switch (this) {
            case Client(var id) -> new Recipient.Client(id);
            case None n -> new Recipient.Nobody();
            case Unreachable u -> new Recipient.Nobody();
            case Unhashable u -> new Recipient.Unhashable();
        };
    }

    /** Whom an event reaches that is for everyone where no owner is known. */
    default Recipient orEveryone() {
        return this instanceof None ? new Recipient.Everyone() : only();
    }
}
