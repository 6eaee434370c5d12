package org.genonaut.chaos;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the database and the folder of pictures hold, at one moment.
 *
 * @param heldSlots jobs that hold a slot
 * @param openJobs what each account is said to have open, by its name
 * @param files originals by their key
 */
record Snapshot(
        List<Request> requests,
        List<Job> jobs,
        List<Attempt> attempts,
        List<Image> images,
        List<UUID> heldSlots,
        Map<String, Integer> openJobs,
        Map<String, Sha> files) {

    /** @param ask number of the ask that it came of */
    record Request(
            UUID id,
            int ask,
            String account,
            String status,
            @Nullable String error,
            boolean cancelRequested) {}

    /** @param attempts how many it says it had */
    record Job(
            UUID id,
            UUID request,
            int number,
            String account,
            String status,
            @Nullable String failureKind,
            @Nullable String failure,
            int attempts,
            boolean claimed) {

        boolean isOpen() {
            return switch (status) {
                case "completed", "failed", "cancelled" -> false;
                default -> true;
            };
        }
    }

    /** @param seconds from its POST to its end, by the database's clock */
    record Attempt(
            UUID job,
            int number,
            String backend,
            UUID prompt,
            boolean ended,
            @Nullable String outcome,
            long seconds) {}

    record Image(UUID request, UUID job, int position, int number, String key, Sha sha, long width, long height) {}
}
