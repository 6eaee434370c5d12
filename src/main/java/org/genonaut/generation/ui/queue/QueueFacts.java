package org.genonaut.generation.ui.queue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.genonaut.account.Account;
import org.genonaut.account.AccountId;
import org.genonaut.account.CurrentAccount;
import org.genonaut.account.limit.Usage;
import org.genonaut.account.limit.UsageLedger;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.generation.forecast.Receipts;
import org.genonaut.generation.lane.FleetLanes;
import org.genonaut.generation.lane.LaneBlock.Person;
import org.genonaut.generation.lane.LaneSpan;
import org.genonaut.generation.lane.Lanes;
import org.genonaut.generation.lane.LastHour;
import org.genonaut.generation.lane.QueueRow;
import org.genonaut.generation.lane.QueueRows;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** What the page shows, as far as its viewer may see it. */
@Component
@Scope("prototype")
class QueueFacts {

    private final QueueRows rows;
    private final FleetLanes lanes;
    private final Receipts receipts;
    private final GenerationEvents events;
    private final UsageLedger ledger;
    private final Account viewer;

    QueueFacts(
            QueueRows rows,
            FleetLanes lanes,
            Receipts receipts,
            GenerationEvents events,
            UsageLedger ledger,
            CurrentAccount account) {
        this.rows = rows;
        this.lanes = lanes;
        this.receipts = receipts;
        this.events = events;
        this.ledger = ledger;
        viewer = account.get();
    }

    Account viewer() {
        return viewer;
    }

    List<QueueRow> mine() {
        return rows.mine(viewer.id());
    }

    /** Whose work waits; members need not know. */
    List<Person> people() {
        return viewer.isAdmin() ? rows.people() : List.of();
    }

    /** @param of only what is this account's; members see their own, whatever they ask for */
    List<QueueRow> waiting(@Nullable AccountId of) {
        return viewer.isAdmin() ? rows.waiting(of) : rows.waitingOf(viewer.id());
    }

    Map<GenerationId, Receipt> receipts(List<QueueRow> of) {
        var ids = of.stream().map(QueueRow::id).toList();
        return viewer.isAdmin() ? receipts.ofAnyone(ids) : receipts.of(viewer.id(), ids);
    }

    int length() {
        return receipts.waiting();
    }

    Usage usage() {
        return ledger.of(viewer.id());
    }

    Lanes lanes(LaneSpan span) {
        return lanes.of(span, viewer);
    }

    LastHour lastHour() {
        return lanes.lastHour();
    }

    /** The listener hears a number at once, and a new one whenever the queue or what is the viewer's may have moved. */
    Runnable follow(Consumer<Long> listener) {
        var changes = new AtomicLong();
        Runnable moved = () -> listener.accept(changes.incrementAndGet());
        var queue = receipts.subscribe(moved);
        var own = events.subscribe(viewer.id(), moved);
        moved.run();
        return () -> {
            queue.run();
            own.run();
        };
    }
}
