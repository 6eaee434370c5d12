package org.genonaut.simulator.book;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.genonaut.simulator.book.PromptRun.Outcome;
import tools.jackson.databind.JsonNode;

/** Which prompts were received, begun and ended, and what came of them: what is lost or doubled shows here. */
public final class PromptBook {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Clock clock = Clock.systemUTC();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<ReceivedPrompt> received = new ArrayList<>();
    private final List<PromptRun> runs = new ArrayList<>();

    public void received(String promptId, JsonNode prompt) {
        write(() -> received.add(new ReceivedPrompt(promptId, prompt, Instant.now(clock))));
    }

    public void begun(String promptId) {
        write(() -> runs.add(PromptRun.begin(promptId, Instant.now(clock))));
    }

    /** The run of this prompt that runs has ended. */
    public void ended(String promptId, Outcome outcome, List<ProducedFile> files) {
        endRuns(run -> run.promptId().equals(promptId), outcome, files);
    }

    /** Whatever runs is lost. */
    public void serverEnded() {
        endRuns(run -> true, Outcome.LOST, List.of());
    }

    private void endRuns(Predicate<PromptRun> which, Outcome outcome, List<ProducedFile> files) {
        write(() -> runs.replaceAll(
                run -> run.isRunning() && which.test(run) ? run.end(outcome, files, Instant.now(clock)) : run));
    }

    /** The prompts that were accepted, oldest first; one that came twice is there twice. */
    public List<ReceivedPrompt> received() {
        return read(() -> List.copyOf(received));
    }

    /** The runs that were begun, oldest first. */
    public List<PromptRun> runs() {
        return read(() -> List.copyOf(runs));
    }

    /** The runs of one prompt, oldest first. */
    public List<PromptRun> runsOf(String promptId) {
        return runs().stream().filter(run -> run.promptId().equals(promptId)).toList();
    }

    /**
     * Waits until so many prompts were accepted.
     *
     * @throws IllegalStateException if that does not happen within 20 seconds
     */
    public List<ReceivedPrompt> awaitReceived(int count) {
        lock.lock();
        try {
            var nanos = TimeUnit.MILLISECONDS.toNanos(LIMIT.toMillis());
            while (received.size() < count) {
                if (nanos <= 0) {
                    throw new IllegalStateException(
                            "Only " + received.size() + " of " + count + " prompts were received");
                }
                nanos = changed.awaitNanos(nanos);
            }
            return List.copyOf(received);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for prompts", e);
        } finally {
            lock.unlock();
        }
    }

    private void write(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T read(Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }
}
