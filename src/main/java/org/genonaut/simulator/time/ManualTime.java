package org.genonaut.simulator.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Time that stands still until somebody advances it. */
public final class ManualTime implements SimulatorTime {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final List<Duration> awaited = new ArrayList<>();

    private record Task(Duration at, Runnable action) {}

    ManualTime() {}

    @Override
    public Duration ofWork(double secondsAtNormalSpeed) {
        return Duration.ofNanos((long) (secondsAtNormalSpeed * 1e9));
    }

    @Override
    public Duration now() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void await(Duration moment) throws InterruptedException {
        lock.lock();
        try {
            awaited.add(moment);
            changed.signalAll();
            while (now.compareTo(moment) < 0) {
                changed.await();
            }
        } finally {
            awaited.remove(moment);
            lock.unlock();
        }
    }

    @Override
    public void later(Duration delay, Runnable task) {
        if (delay.isNegative() || delay.isZero()) {
            task.run();
            return;
        }
        lock.lock();
        try {
            tasks.add(new Task(now.plus(delay), task));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets time pass. What falls due happens in its order, tasks before this returns; work goes on from the moment when
     * it was due, so that one long advance lets as much of it happen as many short ones.
     *
     * @param duration zero or longer
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Time does not run backwards: " + duration);
        }
        for (var task : dueAfter(duration)) {
            task.action().run();
        }
    }

    private List<Task> dueAfter(Duration duration) {
        lock.lock();
        try {
            now = now.plus(duration);
            var due = tasks.stream()
                    .filter(task -> task.at().compareTo(now) <= 0)
                    .sorted(Comparator.comparing(Task::at))
                    .toList();
            tasks.removeAll(due);
            changed.signalAll();
            return due;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until so many threads and tasks wait for time to pass.
     *
     * @throws IllegalStateException if that does not happen within 20 seconds of the wall clock
     */
    public void awaitWaiting(int count) {
        lock.lock();
        try {
            var nanos = TimeUnit.MILLISECONDS.toNanos(LIMIT.toMillis());
            while (waiting() < count) {
                if (nanos <= 0) {
                    throw new IllegalStateException("Only " + waiting() + " wait for time to pass");
                }
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the simulated time", e);
        } finally {
            lock.unlock();
        }
    }

    private long waiting() {
        return tasks.size()
                + awaited.stream().filter(moment -> moment.compareTo(now) > 0).count();
    }
}
