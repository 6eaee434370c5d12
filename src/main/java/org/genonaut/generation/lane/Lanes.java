package org.genonaut.generation.lane;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;

/**
 * What the backends did, do and will do, at one moment.
 *
 * @param at by the database's clock
 * @param blocks of each backend that has any, in the order of their times
 */
public record Lanes(Instant at, LaneSpan span, Instant from, Instant until, Map<BackendId, List<LaneBlock>> blocks) {

    public Lanes {
        blocks = Map.copyOf(blocks);
    }

    public List<LaneBlock> of(BackendId backend) {
        return blocks.getOrDefault(backend, List.of());
    }

    /** Whose the others are is not told. */
    Lanes seenBy(AccountId member) {
        var seen = new LinkedHashMap<BackendId, List<LaneBlock>>();
        blocks.forEach((backend, all) -> seen.put(
                backend, all.stream().map(block -> block.anonymousBut(member)).toList()));
        return new Lanes(at, span, from, until, seen);
    }
}
