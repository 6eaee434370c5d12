package org.genonaut.comfyui;

import java.time.Duration;

/**
 * How patient we are with a server.
 *
 * @param quiet after this long without an event we ask by HTTP; events only postpone it
 * @param atLeast we ask by HTTP this often, whatever is heard
 * @param eager pause between questions once an event says that it is over: history may lag behind
 * @param absence pause between questions while the server seems to know nothing of the prompt
 * @param lookBack first pause before looking whether an unclear POST has arrived; doubled each time
 * @param giveUp how long a server may fail to answer before we let go
 * @param ping pause between pings, so that nothing between us and the server closes a quiet socket
 * @param missingFile first pause before asking again for a file that is not there; doubled each time
 */
public record Pace(
        Duration quiet,
        Duration atLeast,
        Duration eager,
        Duration absence,
        Duration lookBack,
        Duration giveUp,
        Duration ping,
        Duration missingFile) {

    public static final Pace DEFAULT = new Pace(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(20),
            Duration.ofMillis(200));
}
