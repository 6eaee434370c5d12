package org.genonaut.simulator.queue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.protocol.ServerTrouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Prompts that wait, and the one that runs. */
public final class PromptQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PendingHeap pending = new PendingHeap();
    private final IntConsumer onChange;
    private @Nullable PromptItem running;
    private boolean poked;

    /** @param onChange told of the number of prompts that wait or run, after each change */
    public PromptQueue(IntConsumer onChange) {
        this.onChange = onChange;
    }

    /** @throws ServerTrouble if a prompt of the same number and id waits; it is queued all the same */
    public void put(PromptItem item) {
        lock.lock();
        try {
            var collides = pending.inHeapOrder().stream().anyMatch(item::collidesWith);
            pending.add(item);
            changed.signalAll();
            if (collides) {
                throw new ServerTrouble("'<' not supported between instances of 'dict' and 'dict'");
            }
            tell();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is a prompt to run, or until {@link #poke} was called. */
    public void awaitWork() throws InterruptedException {
        lock.lock();
        try {
            while (pending.isEmpty() && !poked) {
                changed.await();
            }
            poked = false;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes the worker although nothing waits. */
    public void poke() {
        lock.lock();
        try {
            poked = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public Optional<PromptItem> takeNext() {
        lock.lock();
        try {
            running = pending.poll().orElse(null);
            if (running != null) {
                tell();
            }
            return Optional.ofNullable(running);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the running prompt; the history is written under the same lock, so that a prompt is always in one of both. */
    public void finish(Runnable writeHistory) {
        lock.lock();
        try {
            writeHistory.run();
            running = null;
            tell();
        } finally {
            lock.unlock();
        }
    }

    /** Removes the first waiting prompt of this id, and returns whether there was one. */
    public boolean delete(String promptId) {
        lock.lock();
        try {
            var found = pending.remove(promptId);
            if (found) {
                tell();
                if (pending.isEmpty()) {
                    // A real server wipes the queue when it deletes the last one, and tells twice.
                    tell();
                }
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    public void clear() {
        lock.lock();
        try {
            pending.clear();
            tell();
        } finally {
            lock.unlock();
        }
    }

    /** Does something before the prompt can end, if it is the running one; returns whether it is. */
    public boolean ifRunning(String promptId, Runnable action) {
        lock.lock();
        try {
            var runs = running != null && running.id().equals(promptId);
            if (runs) {
                action.run();
            }
            return runs;
        } finally {
            lock.unlock();
        }
    }

    public int remaining() {
        lock.lock();
        try {
            return pending.size() + (running == null ? 0 : 1);
        } finally {
            lock.unlock();
        }
    }

    /** The queue as {@code /queue} answers; what waits is in the order of the heap, not of execution. */
    public ObjectNode describe() {
        lock.lock();
        try {
            var answer = PythonJson.object();
            var runs = answer.putArray("queue_running");
            if (running != null) {
                runs.add(running.toJson());
            }
            var waits = answer.putArray("queue_pending");
            pending.inHeapOrder().forEach(item -> waits.add(item.toJson()));
            return answer;
        } finally {
            lock.unlock();
        }
    }

    /** The prompt that runs, if one does. */
    Optional<PromptItem> running() {
        lock.lock();
        try {
            return Optional.ofNullable(running);
        } finally {
            lock.unlock();
        }
    }

    /** The prompts that wait, in the order of execution. */
    List<PromptItem> waiting() {
        lock.lock();
        try {
            return pending.inOrder();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        onChange.accept(remaining());
    }
}
