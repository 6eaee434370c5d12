package org.genonaut.generation.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelId;
import org.genonaut.generation.forecast.Expected;
import org.genonaut.generation.lane.LaneBlock.Kind;
import org.genonaut.generation.lane.LaneBlock.Person;
import org.genonaut.generation.pace.Paces;
import org.jspecify.annotations.Nullable;

/** Draws the runs of one backend as blocks, one after the other. */
record LaneBlocks(ModelCatalog catalog, Paces paces, Instant now, LaneSpan span) {

    /** @param runs those that ended in the order in which they did, then those that run */
    List<LaneBlock> of(List<StoredRun> runs) {
        var blocks = new ArrayList<LaneBlock>();
        var free = Instant.EPOCH;
        for (var run : runs) {
            // A server runs one after the other, but is seen at work only when it says something.
            var from = latest(run.started(), free);
            var ended = run.ended();
            var until = latest(ended == null ? now : ended, from);
            (ended == null ? present(run, from, until) : past(run, from, until)).forEach(block -> add(blocks, block));
            free = until;
        }
        return List.copyOf(blocks);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void add(List<LaneBlock> blocks, LaneBlock block) {
        var last = blocks.isEmpty() ? null : blocks.getLast();
        if (last != null && isTiny(last) && isTiny(block) && fits(last, block)) {
            blocks.set(blocks.size() - 1, last.with(block));
        } else {
            blocks.add(block);
        }
    }

    /** What has been put together may grow until it can be read. */
    private boolean isTiny(LaneBlock block) {
        return block.length().compareTo(block.runs() > 1 ? span.readable() : span.tiny()) < 0;
    }

    private boolean fits(LaneBlock last, LaneBlock next) {
        return last.kind() == Kind.DONE
                && next.kind() == Kind.DONE
                && last.family() == next.family()
                && Duration.between(last.until(), next.from()).compareTo(span.tiny()) < 0;
    }

    private Stream<LaneBlock> past(StoredRun run, Instant from, Instant until) {
        var kind = switch (String.valueOf(run.outcome())) {
            case "success" -> Kind.DONE;
            case "cancelled", "taken_back" -> Kind.STOPPED;
            default -> Kind.FAILED;
        };
        var loaded = from.plusMillis(
                Math.min(run.loadMillis(), Duration.between(from, until).toMillis()));
        if (kind != Kind.DONE || Duration.between(from, loaded).compareTo(span.hairline()) < 0) {
            return Stream.of(block(run, kind, from, until, null));
        }
        return Stream.of(block(run, Kind.LOADED, from, loaded, null), block(run, Kind.DONE, loaded, until, null));
    }

    private Stream<LaneBlock> present(StoredRun run, Instant from, Instant until) {
        return run.isLoading()
                ? Stream.of(block(run, Kind.LOADING, from, until, null))
                : Stream.of(block(run, Kind.RUNNING, from, until, left(run, from)));
    }

    /** By what such a run usually takes; nothing once it is over that. */
    private @Nullable Duration left(StoredRun run, Instant from) {
        var left =
                paces.expectedRun(run.backend(), run.model(), run.work()).mean().minus(Duration.between(from, now));
        return left.isPositive() ? left : null;
    }

    private LaneBlock block(StoredRun run, Kind kind, Instant from, Instant until, @Nullable Duration left) {
        boolean load = kind == Kind.LOADED || kind == Kind.LOADING;
        return new LaneBlock(
                run.attempt() + (load ? "-load" : ""),
                kind,
                from,
                until,
                run.person(),
                1,
                run.images(),
                family(run.model()),
                title(run.model()),
                kind == Kind.FAILED ? run.outcome() : null,
                kind == Kind.RUNNING ? run.fraction() : 0,
                left);
    }

    /** Adds what will run; what would hide the one before it becomes a part of that. */
    void addExpected(List<LaneBlock> blocks, LaneBlock next) {
        var last = blocks.isEmpty() ? null : blocks.getLast();
        if (last != null
                && last.kind() == Kind.EXPECTED
                && next.from().isBefore(last.from().plus(span.readable()))) {
            blocks.set(blocks.size() - 1, last.with(next));
        } else {
            blocks.add(next);
        }
    }

    LaneBlock expected(Expected run, Person person, int images) {
        return new LaneBlock(
                run.job().toString(),
                Kind.EXPECTED,
                latest(run.from(), now),
                latest(run.until(), now),
                person,
                1,
                images,
                family(run.model()),
                title(run.model()),
                null,
                0,
                null);
    }

    private ModelFamily family(UUID model) {
        return catalog.find(new ModelId(model)).map(AvailableModel::family).orElse(ModelFamily.OTHER);
    }

    private String title(UUID model) {
        return catalog.find(new ModelId(model)).map(AvailableModel::title).orElse("?");
    }
}
