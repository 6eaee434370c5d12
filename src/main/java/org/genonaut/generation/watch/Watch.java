package org.genonaut.generation.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.genonaut.account.AccountId;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.generation.watch.StoredStanding.RemoteJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the database, for all who watch at this node together, what other nodes do: twice a second how far open
 * generations are, once a second whose lists have changed. Who asks nothing costs nothing.
 */
@Component
class Watch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final long GENERATIONS_MILLIS = 500;
    private static final long LISTS_MILLIS = 1_000;

    private final GenerationEvents events;
    private final ProgressBoard board;
    private final StandingReader reader;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch").factory());

    /** Belong to the thread of the turns. */
    private final Map<AccountId, Long> versions = new HashMap<>();

    private boolean away;

    Watch(GenerationEvents events, ProgressBoard board, StandingReader reader) {
        this.events = events;
        this.board = board;
        this.reader = reader;
        every(GENERATIONS_MILLIS, this::lookAtGenerations);
        every(LISTS_MILLIS, this::lookAtLists);
    }

    private void every(long millis, BooleanSupplier turn) {
        turns.scheduleWithFixedDelay(() -> safely(turn), millis, millis, TimeUnit.MILLISECONDS);
    }

    private boolean lookAtGenerations() {
        var ids = List.copyOf(board.toAskFor(events.watched()));
        for (var chunk : Chunks.of(ids, StandingReader.CHUNK)) {
            var standings = reader.standings(chunk);
            standings.forEach(board::heard);
            reader.watch(standings.stream()
                    .flatMap(standing -> standing.elsewhere().stream())
                    .filter(job -> !job.watched())
                    .map(RemoteJob::state)
                    .map(JobProgress::job)
                    .toList());
        }
        return !ids.isEmpty();
    }

    private boolean lookAtLists() {
        var watched = events.watchedLists();
        versions.keySet().retainAll(watched);
        if (watched.isEmpty()) {
            return false;
        }
        // Of an account that we have not looked at before, we cannot know what its watcher has missed.
        reader.versions(watched).forEach((account, version) -> {
            if (!version.equals(versions.put(account, version))) {
                events.listChanged(account);
            }
        });
        return true;
    }

    /**
     * The next turn tells all that was missed.
     *
     * @param turn answers whether it asked anything
     */
    private void safely(BooleanSupplier turn) {
        try {
            if (turn.getAsBoolean() && away) {
                away = false;
                log.info("What other nodes do can be seen again");
            }
        } catch (RuntimeException failed) {
            if (!away) {
                away = true;
                log.warn("What other nodes do cannot be seen at the moment: {}", failed.toString());
            }
        }
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }
}
