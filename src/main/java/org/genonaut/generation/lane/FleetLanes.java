package org.genonaut.generation.lane;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.genonaut.account.Account;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.forecast.Expected;
import org.genonaut.generation.forecast.Receipts;
import org.genonaut.generation.pace.Paces;
import org.springframework.stereotype.Service;

/** Shows what the backends do; however many look, it is read at most every two seconds. */
@Service
public class FleetLanes {

    private static final int EXPECTED_OF_A_LANE = 8;

    private final Fleet fleet;
    private final LaneReader reader;
    private final HourReader hours;
    private final Receipts receipts;
    private final QueueHold hold;
    private final ModelCatalog catalog;
    private final Paces paces;
    private final Map<LaneSpan, Shared<Lanes>> lanes = new ConcurrentHashMap<>();
    private final Shared<LastHour> lastHour = new Shared<>(Duration.ofSeconds(10), this::readHour);

    FleetLanes(
            Fleet fleet,
            LaneReader reader,
            HourReader hours,
            Receipts receipts,
            QueueHold hold,
            ModelCatalog catalog,
            Paces paces) {
        this.fleet = fleet;
        this.reader = reader;
        this.hours = hours;
        this.receipts = receipts;
        this.hold = hold;
        this.catalog = catalog;
        this.paces = paces;
    }

    /** Only admins are told whose work it is, beside that of their own. */
    public Lanes of(LaneSpan span, Account viewer) {
        var all = lanes.computeIfAbsent(span, key -> new Shared<>(Duration.ofMillis(1_900), () -> read(key)))
                .get();
        return viewer.isAdmin() ? all : all.seenBy(viewer.id());
    }

    /** At most ten seconds old. */
    public LastHour lastHour() {
        return lastHour.get();
    }

    private List<BackendId> backends() {
        return fleet.backends().stream().map(Backend::id).toList();
    }

    private LastHour readHour() {
        return hours.read(backends());
    }

    private Lanes read(LaneSpan span) {
        var backends = backends();
        var now = reader.now();
        var from = span.from(now);
        if (backends.isEmpty()) {
            return new Lanes(now, span, from, span.until(now), Map.of());
        }
        var draw = new LaneBlocks(catalog, paces, now, span);
        var runs = Stream.concat(
                        reader.past(backends, Duration.between(from, now)).stream(), reader.present(backends).stream())
                .collect(groupingBy(StoredRun::backend));
        var blocks = new HashMap<BackendId, List<LaneBlock>>();
        runs.forEach((backend, all) -> blocks.put(backend, new ArrayList<>(draw.of(all))));
        addExpected(blocks, draw, span.until(now));
        return new Lanes(now, span, from, span.until(now), blocks);
    }

    private void addExpected(Map<BackendId, List<LaneBlock>> blocks, LaneBlocks draw, Instant until) {
        if (hold.now().isPresent()) {
            return;
        }
        var next = receipts.next(EXPECTED_OF_A_LANE).stream()
                .filter(run -> run.from().isBefore(until))
                .toList();
        var asked =
                reader.asked(next.stream().map(Expected::generation).distinct().toList());
        for (var run : next) {
            var known = asked.get(run.generation());
            if (known != null) {
                draw.addExpected(
                        blocks.computeIfAbsent(run.backend(), key -> new ArrayList<>()),
                        draw.expected(run, known.person(), known.images()));
            }
        }
    }
}
