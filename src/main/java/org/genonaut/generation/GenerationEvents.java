package org.genonaut.generation;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.genonaut.account.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries events from the runner to whoever watches. Of each generation only the latest event is kept, and at most eight
 * a second are delivered, all on one thread of its own: a listener hears the present first and then in order.
 */
@Component
public class GenerationEvents implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GenerationEvents.class);

    private static final long TICK_MILLIS = 125;

    private final Map<GenerationId, GenerationEvent> pending = new ConcurrentHashMap<>();
    private final Map<AccountId, Set<Runnable>> accounts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService dispatcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("generation-events").factory());

    private final Map<GenerationId, GenerationEvent> latest = new ConcurrentHashMap<>();

    /** Changed and walked through by the dispatcher's thread alone; others may look which keys there are. */
    private final Map<GenerationId, Set<Consumer<GenerationEvent>>> listeners = new ConcurrentHashMap<>();

    GenerationEvents() {
        dispatcher.scheduleWithFixedDelay(this::deliver, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Calls the listener with the present, if anything is known of it, and then with each change. Who subscribes first
     * and reads the stored state after that misses nothing.
     *
     * @return how to stop
     */
    public Runnable subscribe(GenerationId id, Consumer<GenerationEvent> listener) {
        dispatcher.execute(() -> {
            listeners.computeIfAbsent(id, key -> new HashSet<>()).add(listener);
            var present = latest.get(id);
            if (present != null) {
                guard(() -> listener.accept(present), id);
            }
        });
        return () -> unsubscribe(id, listener);
    }

    /** Pages are left while the application stops, too. */
    private void unsubscribe(GenerationId id, Consumer<GenerationEvent> listener) {
        if (dispatcher.isShutdown()) {
            return;
        }
        dispatcher.execute(() -> listeners.computeIfPresent(id, (key, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        }));
    }

    /** Calls the listener, on some thread, when a generation of this account comes, goes or ends. */
    public Runnable subscribe(AccountId account, Runnable listener) {
        accounts.computeIfAbsent(account, key -> new CopyOnWriteArraySet<>()).add(listener);
        return () -> accounts.computeIfPresent(account, (key, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    /** How a generation stood when something was last heard of it; nothing of one that has ended. */
    public Optional<GenerationEvent> present(GenerationId id) {
        return Optional.ofNullable(latest.get(id));
    }

    /** Who is followed by anybody at this moment. */
    public Set<GenerationId> watched() {
        return Set.copyOf(listeners.keySet());
    }

    /** Whose list is followed by anybody at this moment. */
    public Set<AccountId> watchedLists() {
        return Set.copyOf(accounts.keySet());
    }

    public void publish(GenerationEvent event) {
        pending.merge(event.id(), event, GenerationEvents::later);
    }

    /** An end is never overtaken by a report that was on its way. */
    private static GenerationEvent later(GenerationEvent before, GenerationEvent after) {
        return before instanceof GenerationEvent.Ended && !(after instanceof GenerationEvent.Ended) ? before : after;
    }

    /** Nobody keeps this one's state up to date any more. */
    public void forget(GenerationId id) {
        dispatcher.execute(() -> {
            pending.remove(id);
            latest.remove(id);
        });
    }

    /** The list of this account's generations is another than before. */
    public void listChanged(AccountId account) {
        var watching = accounts.get(account);
        if (watching != null) {
            dispatcher.execute(() -> watching.forEach(listener -> guard(listener, account)));
        }
    }

    private void deliver() {
        for (var id : Set.copyOf(pending.keySet())) {
            var event = pending.remove(id);
            if (event != null) {
                deliver(event);
            }
        }
    }

    private void deliver(GenerationEvent event) {
        var before = switch (event) {
            case GenerationEvent.Waiting waiting -> latest.put(event.id(), event);
            case GenerationEvent.Running running -> latest.put(event.id(), event);
            // Ends are in the database; whoever subscribes after this reads them there.
            case GenerationEvent.Ended ended -> latest.remove(event.id());
        };
        if (event.equals(before)) {
            return;
        }
        Set.copyOf(listeners.getOrDefault(event.id(), Set.of()))
                .forEach(listener -> guard(() -> listener.accept(event), event.id()));
    }

    /** A listener that fails must not keep the others from hearing. */
    private static void guard(Runnable listener, Object of) {
        try {
            listener.run();
        } catch (RuntimeException oneListener) {
            log.warn("A listener of {} failed", of, oneListener);
        }
    }

    @Override
    public void close() {
        dispatcher.shutdownNow();
    }
}
