package org.genonaut.generation.draft;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the queue takes in. */
@ConfigurationProperties("genonaut.queue")
public record QueuePolicy(@DefaultValue("fail") Unservable unservable) {

    /** What becomes of a generation whose files are on no backend together. */
    public enum Unservable {
        /** It is taken, and runs when a backend has them all. */
        WAIT,
        /** It is refused. */
        FAIL
    }

    boolean waits() {
        return unservable == Unservable.WAIT;
    }
}
