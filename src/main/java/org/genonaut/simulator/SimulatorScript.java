package org.genonaut.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.run.Interventions;
import org.genonaut.simulator.run.NodeFailure;
import tools.jackson.databind.JsonNode;

/** Holds and spoils what a simulator does, and tells what it was asked; survives its restarts. */
public final class SimulatorScript {
    private static final long LIMIT_SECONDS = 20;

    private final Simulator simulator;
    private final ModelShelf models;
    private final Clock clock = Clock.systemUTC();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<PlannedPause> pauses = new ArrayList<>();
    private final List<NodeFailure> failures = new ArrayList<>();
    private final List<ReceivedPrompt> received = new ArrayList<>();
    private final Map<String, Integer> executions = new HashMap<>();

    SimulatorScript(Simulator simulator, ModelShelf models) {
        this.simulator = simulator;
        this.models = models;
    }

    private sealed interface Place {
        record BeforePrompt() implements Place {}

        record AtNode(String classType) implements Place {}

        record AfterStep(int step) implements Place {}
    }

    private record PlannedPause(Place place, Pause pause) {}

    /** Holds the worker before it takes the next prompt, so that what is sent stays in the queue. */
    public Pause pauseBeforeNextPrompt() {
        return plan(new Place.BeforePrompt());
    }

    /** Holds the worker when it next comes to a node of a class, before the node does anything. */
    public Pause pauseAtNode(String classType) {
        return plan(new Place.AtNode(classType));
    }

    /**
     * Holds the worker when a sampler has next told of a step.
     *
     * @param step counted from 1
     */
    public Pause pauseAtStep(int step) {
        return plan(new Place.AfterStep(step));
    }

    private Pause plan(Place place) {
        return locked(() -> {
            var pause = new Pause();
            pauses.add(new PlannedPause(place, pause));
            return pause;
        });
    }

    /** Lets the next node of a class fail, once. */
    public void failNext(NodeFailure failure) {
        locked(() -> failures.add(failure));
    }

    /** Refuses connections and cuts those that are open, as a server that is switched off; what runs goes on. */
    public void refuseConnections() {
        simulator.refuseConnections();
    }

    /** Takes connections again, on the same port. */
    public void acceptConnections() {
        simulator.acceptConnections();
    }

    /** Cuts every WebSocket without a closing frame. */
    public void dropSockets() {
        simulator.dropSockets();
    }

    /** Ends the server and starts it anew on the same port; queue, history, cache and counters are lost, files stay. */
    public void restart() {
        simulator.restart();
    }

    /** The models that the server offers; a change is seen by the next request. */
    public ModelShelf models() {
        return models;
    }

    /** The prompts that were accepted, oldest first, over all restarts. */
    public List<ReceivedPrompt> receivedPrompts() {
        return locked(() -> List.copyOf(received));
    }

    /**
     * Waits until so many prompts were accepted.
     *
     * @throws IllegalStateException if that does not happen within 20 seconds
     */
    public List<ReceivedPrompt> awaitReceived(int count) {
        lock.lock();
        try {
            var nanos = TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
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

    /** How often the worker has begun to run a prompt. */
    public int executionsOf(String promptId) {
        return locked(() -> executions.getOrDefault(promptId, 0));
    }

    /** What the worker asks before it goes on. */
    Interventions interventions() {
        return new Played();
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> Optional<T> takeFirst(List<T> list, Predicate<T> which) {
        return locked(() -> {
            for (Iterator<T> entries = list.iterator(); entries.hasNext(); ) {
                var entry = entries.next();
                if (which.test(entry)) {
                    entries.remove();
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        });
    }

    private final class Played implements Interventions {
        @Override
        public void received(String promptId, JsonNode prompt) {
            locked(() -> {
                received.add(new ReceivedPrompt(promptId, prompt, Instant.now(clock)));
                changed.signalAll();
                return received;
            });
        }

        @Override
        public void started(String promptId) {
            locked(() -> executions.merge(promptId, 1, Integer::sum));
        }

        @Override
        public void beforeNextPrompt() throws InterruptedException {
            standAt(new Place.BeforePrompt());
        }

        @Override
        public void atNode(String classType) throws InterruptedException {
            standAt(new Place.AtNode(classType));
        }

        @Override
        public void afterStep(int step) throws InterruptedException {
            standAt(new Place.AfterStep(step));
        }

        private void standAt(Place place) throws InterruptedException {
            var planned = takeFirst(pauses, pause -> pause.place().equals(place));
            if (planned.isPresent()) {
                planned.get().pause().stand();
            }
        }

        @Override
        public Optional<NodeFailure> failureAt(String classType) {
            return takeFirst(failures, failure -> failure.classType().equals(classType));
        }
    }
}
