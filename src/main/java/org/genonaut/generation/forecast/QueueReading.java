package org.genonaut.generation.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The queue as the database had it at one moment.
 *
 * @param at by the database's clock
 * @param paused whether an admin has paused all of it
 * @param running for each backend what it has, the one that runs first
 * @param held the jobs that wait for a time or a person
 * @param pools for each backend
 * @param loaded for each backend what is known of its memory
 * @param images how many each account has had lately
 * @param files of the requirements that no backend serves
 */
record QueueReading(
        Instant at,
        boolean paused,
        Queue queue,
        IdIndex byId,
        Map<UUID, List<Running>> running,
        List<Held> held,
        Map<UUID, Set<Integer>> pools,
        Map<UUID, Memory> loaded,
        Map<UUID, Integer> images,
        Map<Integer, List<UUID>> files) {

    /** For each group, those that share a backend with it, whether that takes jobs now or not. */
    int[][] competing() {
        return IntStream.range(0, queue.groups.size())
                .mapToObj(one -> IntStream.range(0, queue.groups.size())
                        .filter(other -> one == other || compete(queue.groups.value(one), queue.groups.value(other)))
                        .toArray())
                .toArray(int[][]::new);
    }

    private boolean compete(Queue.Group one, Queue.Group other) {
        return pools.values().stream().anyMatch(of -> of.contains(one.pool()) && of.contains(other.pool()));
    }

    /**
     * @param elapsed seconds since it began; for one that is only ready, nothing
     * @param modelBefore what its backend ran before it
     */
    record Running(
            UUID job,
            UUID model,
            double work,
            double elapsed,
            @Nullable UUID modelBefore) {}

    record Held(
            UUID job,
            UUID request,
            UUID account,
            boolean paused,
            @Nullable Instant until,
            @Nullable String cause) {}

    record Memory(@Nullable UUID model, @Nullable UUID passed, double passedFor) {}
}
