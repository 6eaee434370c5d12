package org.genonaut.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.genonaut.chaos.Snapshot.Attempt;
import org.genonaut.chaos.Snapshot.Image;
import org.genonaut.chaos.Snapshot.Job;
import org.genonaut.chaos.Snapshot.Request;
import org.genonaut.simulator.book.PromptRun.Outcome;

/** Books of one ask for two jobs of two pictures each, in which all is right until a test changes something. */
final class Books {

    static final UUID REQUEST = id(1);
    static final UUID FIRST = id(10);
    static final UUID SECOND = id(11);
    static final UUID FIRST_PROMPT = id(20);
    static final UUID SECOND_PROMPT = id(21);

    private static final Ask ASK =
            new Ask(0, "ava", Duration.ZERO, 0, "a.safetensors", 64, 32, 2, 2, 10, 1, Optional.empty());

    final List<Request> requests = new ArrayList<>(List.of(new Request(REQUEST, 0, "ava", "completed", null, false)));
    final List<Job> jobs = new ArrayList<>(List.of(completed(FIRST, 0), completed(SECOND, 1)));
    final List<Attempt> attempts = new ArrayList<>(
            List.of(attempt(FIRST, 1, FIRST_PROMPT, "success"), attempt(SECOND, 1, SECOND_PROMPT, "success")));
    final List<Image> images =
            new ArrayList<>(List.of(image(FIRST, 0, 0), image(FIRST, 1, 1), image(SECOND, 0, 2), image(SECOND, 1, 3)));
    final List<UUID> slots = new ArrayList<>();
    final Map<String, Integer> open = new HashMap<>(Map.of("ava", 0));
    final Map<String, Sha> files = new HashMap<>();
    final List<Made> made =
            new ArrayList<>(List.of(made(FIRST_PROMPT, sha(0), sha(1)), made(SECOND_PROMPT, sha(2), sha(3))));
    boolean cancelled;
    Set<UUID> accepted = Set.of(REQUEST);

    Books() {
        images.forEach(image -> files.put(image.key(), image.sha()));
    }

    Findings audited(Trouble... troubles) {
        var asked = new Asked(ASK, accepted, 1, cancelled, "");
        var kept = new Snapshot(requests, jobs, attempts, images, slots, open, files);
        return Audit.of(new Ledger(List.of(asked), kept, made), Set.of(troubles));
    }

    /** The first job ended like this, without pictures, after so many attempts with this outcome. */
    void firstJobEnded(String status, String kind, int tries) {
        jobs.set(0, new Job(FIRST, REQUEST, 0, "ava", status, kind, "A sentence.", tries, false));
        images.removeIf(image -> image.job().equals(FIRST));
        attempts.removeIf(attempt -> attempt.job().equals(FIRST));
        made.removeIf(one -> one.prompt().equals(FIRST_PROMPT));
        for (int number = 1; number <= tries; number++) {
            attempts.add(attempt(FIRST, number, number == 1 ? FIRST_PROMPT : id(30 + number), kind));
        }
        requests.set(0, new Request(REQUEST, 0, "ava", "completed", "1 of 2 failed: A sentence.", false));
    }

    static Job completed(UUID id, int number) {
        return new Job(id, REQUEST, number, "ava", "completed", null, null, 1, false);
    }

    static Attempt attempt(UUID job, int number, UUID prompt, String outcome) {
        return new Attempt(job, number, "Atlas", prompt, true, outcome, 1);
    }

    static Image image(UUID job, int position, int number) {
        return new Image(REQUEST, job, position, number, "2026/11/23/" + number + ".png", sha(number), 64, 32);
    }

    static Made made(UUID prompt, Sha... pictures) {
        return new Made(
                "Atlas",
                prompt,
                Optional.of(Outcome.SUCCESS),
                List.of(pictures).stream().map(Optional::of).toList());
    }

    static Sha sha(int number) {
        return Sha.of(new byte[] {(byte) number});
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }
}
