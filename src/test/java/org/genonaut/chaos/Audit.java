package org.genonaut.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Compares what was asked with what servers made and what the gallery has.
 *
 * <p>Lost is a picture that was asked for, is not there and should be. Doubled is one that is there twice, or a job that
 * was recorded from two attempts. Unexplained is every end and every remainder that follows from nothing that happened.
 */
final class Audit {

    private final Ledger ledger;
    private final Set<String> reasons;
    private final Findings findings = new Findings();

    private Audit(Ledger ledger, Set<String> reasons) {
        this.ledger = ledger;
        this.reasons = reasons;
    }

    /** @param troubles what happened, and so may be a reason */
    static Findings of(Ledger ledger, Set<Trouble> troubles) {
        var reasons =
                troubles.stream().flatMap(trouble -> trouble.reasons().stream()).collect(toSet());
        var audit = new Audit(ledger, reasons);
        audit.asks();
        ledger.kept().requests().forEach(audit::request);
        audit.images();
        new Remainders(ledger, audit.findings).look();
        return audit.findings;
    }

    private void asks() {
        var requests = ledger.kept().requests().stream().collect(groupingBy(Snapshot.Request::ask));
        for (var asked : ledger.asked()) {
            var ask = asked.ask();
            var known = requests.getOrDefault(ask.number(), List.of());
            var ids = known.stream().map(Snapshot.Request::id).collect(toSet());
            asked.accepted().stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> loseAll(ask, "request " + id + " was accepted and is not there"));
            if (known.isEmpty() && asked.accepted().isEmpty()) {
                findings.unexplained("ask " + ask.number() + " was never accepted: " + asked.refusal());
            }
            if (known.size() > 1) {
                findings.note("sent again after a lost answer, and made again", known.size() - 1);
            }
        }
    }

    private void loseAll(Ask ask, String why) {
        IntStream.range(0, ask.batchCount() * ask.batchSize()).forEach(picture -> findings.lost(why));
    }

    private void request(Snapshot.Request request) {
        var asked = ledger.askedFor(request);
        if (asked.isEmpty()) {
            findings.unexplained("request " + request.id() + " was asked for by nobody");
            return;
        }
        var ask = asked.get().ask();
        if (!request.account().equals(ask.account())) {
            findings.unexplained("request " + request.id() + " belongs to " + request.account());
        }
        var jobs = ledger.jobs(request);
        for (int missing = jobs.size(); missing < ask.batchCount(); missing++) {
            findings.lost("request " + request.id() + " lacks a job");
        }
        jobs.forEach(job -> job(asked.get(), request, job));
    }

    private void job(Asked asked, Snapshot.Request request, Snapshot.Job job) {
        var images = ledger.images(job);
        var batchSize = asked.ask().batchSize();
        if (images.size() < batchSize) {
            absent(asked, request, job, batchSize - images.size());
        }
        for (var image : images) {
            image(asked.ask(), job, image);
        }
        sources(job, images);
    }

    private void absent(Asked asked, Snapshot.Request request, Snapshot.Job job, int pictures) {
        var name = name(job);
        var finished = ledger.finished(job);
        switch (job.status()) {
            case "completed" -> lose(pictures, name + " is completed without them");
            case "cancelled" -> {
                if (asked.cancelled() && request.cancelRequested()) {
                    findings.note("jobs cancelled", 1);
                } else {
                    findings.unexplained(name + " was cancelled by nobody");
                }
            }
            case "failed" -> {
                if (finished.isPresent()) {
                    lose(
                            pictures,
                            name + " failed (" + job.failureKind() + "), and "
                                    + finished.get().simulator() + " has them: prompt "
                                    + finished.get().prompt());
                } else if (job.failureKind() != null && reasons.contains(job.failureKind()) && job.attempts() > 1) {
                    findings.note("jobs failed with a reason: " + job.failureKind(), 1);
                } else {
                    findings.unexplained(name + " failed: " + job.failureKind() + ", " + job.failure() + history(job));
                }
            }
            default -> lose(pictures, name + " is still " + job.status() + history(job));
        }
    }

    private String history(Snapshot.Job job) {
        return ledger.attempts(job).stream()
                .map(attempt -> attempt.number() + " on " + attempt.backend() + ": " + attempt.outcome())
                .collect(joining(", ", " (", ")"));
    }

    private void lose(int pictures, String why) {
        IntStream.range(0, pictures).forEach(picture -> findings.lost(why));
    }

    private void image(Ask ask, Snapshot.Job job, Snapshot.Image image) {
        var name = "picture " + image.number() + " of request " + image.request();
        if (image.number() != job.number() * ask.batchSize() + image.position()
                || image.position() >= ask.batchSize()) {
            findings.unexplained(name + " is at the wrong place");
        }
        if (image.width() != ask.width() || image.height() != ask.height()) {
            findings.unexplained(name + " has another size");
        }
        var file = ledger.kept().files().get(image.key());
        if (!image.sha().equals(file)) {
            findings.lost(name + (file == null ? " has no file" : " has another file"));
        }
    }

    /** All pictures of a job are those of one attempt, in its order. */
    private void sources(Snapshot.Job job, List<Snapshot.Image> images) {
        long successes = ledger.attempts(job).stream()
                .filter(attempt -> "success".equals(attempt.outcome()))
                .count();
        if (successes > 1) {
            findings.doubled(name(job) + " was recorded from " + successes + " attempts" + history(job));
        }
        var sources = images.stream().map(image -> source(job, image)).collect(toSet());
        if (sources.contains("")) {
            findings.unexplained(name(job) + " has a picture that nobody made for it");
        } else if (sources.size() > 1) {
            findings.doubled(name(job) + " has pictures of several attempts");
        }
    }

    private String source(Snapshot.Job job, Snapshot.Image image) {
        return ledger.attempts(job).stream()
                .map(Snapshot.Attempt::prompt)
                .filter(prompt -> ledger.made(prompt).stream().anyMatch(made -> hasAt(made, image)))
                .map(UUID::toString)
                .findFirst()
                .orElse("");
    }

    private static boolean hasAt(Made made, Snapshot.Image image) {
        return image.position() < made.pictures().size()
                && made.pictures()
                        .get(image.position())
                        .filter(image.sha()::equals)
                        .isPresent();
    }

    /** Keys make some of this impossible; then it must stay so. */
    private void images() {
        repeated(image -> image.request() + " number " + image.number());
        repeated(image -> "job " + image.job() + " position " + image.position());
        repeated(image -> "content " + image.sha().digits());
    }

    private void repeated(Function<Snapshot.Image, String> same) {
        ledger.kept().images().stream().collect(groupingBy(same)).forEach((what, images) -> {
            for (int second = 1; second < images.size(); second++) {
                findings.doubled(what + " is there " + images.size() + " times");
            }
        });
    }

    private static String name(Snapshot.Job job) {
        return "job " + job.id() + " (number " + job.number() + " of request " + job.request() + ")";
    }
}
