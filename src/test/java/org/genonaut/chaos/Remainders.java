package org.genonaut.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;

/** What must be put away when all is quiet, and what must agree with something else. */
final class Remainders {

    private final Ledger ledger;
    private final Findings findings;

    Remainders(Ledger ledger, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
    }

    void look() {
        ledger.kept().requests().forEach(this::state);
        ledger.kept().jobs().forEach(this::job);
        slots();
        counters();
        ledger.strangePrompts()
                .forEach(prompt -> findings.unexplained("prompt " + prompt + " was sent and never written down"));
        notes();
    }

    private void state(Snapshot.Request request) {
        var jobs = ledger.jobs(request);
        long open = jobs.stream().filter(Snapshot.Job::isOpen).count();
        long completed = count(jobs, "completed");
        var expected = expected(request, jobs.size(), open, completed);
        if (!expected.contains(request.status())) {
            findings.unexplained("request " + request.id() + " is " + request.status() + ", with " + completed + " of "
                    + jobs.size() + " jobs completed and " + open + " open");
        }
        var withError = open == 0 && count(jobs, "failed") > 0;
        if (withError != (request.error() != null)) {
            findings.unexplained("request " + request.id() + " says of its failures: " + request.error());
        }
    }

    private static List<String> expected(Snapshot.Request request, long jobs, long open, long completed) {
        if (open > 0) {
            return List.of("pending", "processing");
        }
        if (completed == jobs || completed > 0 && !request.cancelRequested()) {
            return List.of("completed");
        }
        return List.of(request.cancelRequested() ? "cancelled" : "failed");
    }

    private static long count(List<Snapshot.Job> jobs, String status) {
        return jobs.stream().filter(job -> job.status().equals(status)).count();
    }

    private void job(Snapshot.Job job) {
        var attempts = ledger.attempts(job);
        if (attempts.size() != job.attempts()) {
            findings.unexplained(
                    "job " + job.id() + " says it had " + job.attempts() + " attempts, not " + attempts.size());
        }
        if (job.isOpen()) {
            return;
        }
        if (job.claimed()) {
            findings.unexplained("job " + job.id() + " is " + job.status() + " and still claimed");
        }
        attempts.stream()
                .filter(attempt -> !attempt.ended())
                .forEach(attempt -> findings.unexplained("attempt " + attempt.number() + " of job " + job.id()
                        + " never ended, the job is " + job.status()));
        if (job.status().equals("failed") && job.failureKind() == null) {
            findings.unexplained("job " + job.id() + " failed without a kind");
        }
    }

    private void slots() {
        var open = ledger.kept().jobs().stream()
                .filter(Snapshot.Job::isOpen)
                .map(Snapshot.Job::id)
                .collect(toSet());
        ledger.kept().heldSlots().stream()
                .filter(job -> !open.contains(job))
                .forEach(job -> findings.unexplained("job " + job + " has ended and holds a slot"));
    }

    private void counters() {
        var open = ledger.kept().jobs().stream()
                .filter(Snapshot.Job::isOpen)
                .collect(groupingBy(Snapshot.Job::account, counting()));
        ledger.kept().openJobs().forEach((account, said) -> {
            long counted = open.getOrDefault(account, 0L);
            if (said != counted) {
                findings.unexplained(account + " is said to have " + said + " open jobs and has " + counted);
            }
        });
    }

    /** Files without a row may wait for their sweep; runs in vain are the price of trying again. */
    private void notes() {
        var keys = ledger.kept().images().stream().map(Snapshot.Image::key).collect(toSet());
        int orphans = (int) ledger.kept().files().keySet().stream()
                .filter(key -> !keys.contains(key))
                .count();
        findings.note("files without a row", orphans);
        int retried = (int)
                ledger.kept().jobs().stream().filter(job -> job.attempts() > 1).count();
        findings.note("jobs tried more than once", retried);
        int delivered =
                ledger.kept().jobs().stream().mapToInt(ledger::deliveries).sum();
        findings.note(
                "runs whose pictures nobody took",
                delivered - (int) count(ledger.kept().jobs(), "completed"));
    }
}
