package org.genonaut.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was asked, made and kept, side by side. */
final class Ledger {

    private final Map<Integer, Asked> asked;
    private final Snapshot kept;
    private final Map<UUID, List<Snapshot.Job>> jobs;
    private final Map<UUID, List<Snapshot.Attempt>> attempts;
    private final Map<UUID, List<Snapshot.Image>> images;
    private final Map<UUID, List<Made>> made;

    Ledger(Collection<Asked> asked, Snapshot kept, Collection<Made> made) {
        this.asked = asked.stream().collect(toMap(one -> one.ask().number(), one -> one));
        this.kept = kept;
        this.jobs = kept.jobs().stream().collect(groupingBy(Snapshot.Job::request));
        this.attempts = kept.attempts().stream().collect(groupingBy(Snapshot.Attempt::job));
        this.images = kept.images().stream().collect(groupingBy(Snapshot.Image::job));
        this.made = made.stream().collect(groupingBy(Made::prompt));
    }

    Collection<Asked> asked() {
        return asked.values();
    }

    Snapshot kept() {
        return kept;
    }

    /** Empty for a request that nobody of ours asked for. */
    Optional<Asked> askedFor(Snapshot.Request request) {
        return Optional.ofNullable(asked.get(request.ask()));
    }

    List<Snapshot.Job> jobs(Snapshot.Request request) {
        return jobs.getOrDefault(request.id(), List.of());
    }

    List<Snapshot.Attempt> attempts(Snapshot.Job job) {
        return attempts.getOrDefault(job.id(), List.of());
    }

    List<Snapshot.Image> images(Snapshot.Job job) {
        return images.getOrDefault(job.id(), List.of());
    }

    List<Made> made(UUID prompt) {
        return made.getOrDefault(prompt, List.of());
    }

    /** Whether some server has all pictures of a job, whoever fetched them or not. */
    Optional<Made> finished(Snapshot.Job job) {
        return attempts(job).stream()
                .flatMap(attempt -> made(attempt.prompt()).stream())
                .filter(Made::isDelivered)
                .findFirst();
    }

    /** How many of a job's prompts left all their pictures. */
    int deliveries(Snapshot.Job job) {
        return (int) attempts(job).stream()
                .filter(attempt -> made(attempt.prompt()).stream().anyMatch(Made::isDelivered))
                .count();
    }

    /** Prompts that a server was sent although no attempt says so. */
    Set<UUID> strangePrompts() {
        var known = kept.attempts().stream().map(Snapshot.Attempt::prompt).collect(toSet());
        return made.keySet().stream().filter(prompt -> !known.contains(prompt)).collect(toSet());
    }
}
