package org.genonaut.generation.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.generation.GenerationId;

/** What the backends will probably run next. */
record ExpectedRuns(QueueReading reading, Starts starts, FleetNow now) {

    /** The first of each backend, in their order on it. */
    List<Expected> first(int perBackend) {
        var queue = reading.queue();
        var first = new ArrayList<Expected>();
        // While all is paused, nothing is.
        for (int job = 0; job < queue.size && !reading.paused(); job++) {
            if (starts.lane[job] != Starts.NOWHERE && starts.turn[job] < perBackend) {
                first.add(expected(job));
            }
        }
        return first;
    }

    private Expected expected(int job) {
        var queue = reading.queue();
        int lane = starts.lane[job];
        double load = starts.loads[job] ? now.load(lane, queue.model[job]) : 0;
        double end = starts.at[job] + load + now.run(lane, queue.model[job], queue.work[job]);
        return new Expected(
                now.id(lane),
                queue.id(job),
                new GenerationId(new UUID(queue.requestHigh[job], queue.requestLow[job])),
                new AccountId(queue.accounts.value(queue.account[job])),
                queue.models.value(queue.model[job]),
                after(starts.at[job]),
                after(end),
                starts.loads[job]);
    }

    private Instant after(double seconds) {
        return reading.at().plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
