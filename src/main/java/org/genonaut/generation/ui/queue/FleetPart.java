package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendAtWork;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.generation.lane.LaneBlock.Person;
import org.genonaut.generation.lane.LaneSpan;
import org.genonaut.generation.lane.QueueRow;
import org.genonaut.generation.lane.QueueRows;
import org.genonaut.ui.EmptyState;
import org.genonaut.ui.GnIcon;
import org.jspecify.annotations.Nullable;

/** The lanes of the backends, and what waits for them. */
class FleetPart extends Div {

    private final QueueFacts facts;
    private final LaneBoard board;
    private final WaitingTable table;
    private final Select<Person> people = new Select<>();
    private List<Person> offered = List.of();

    FleetPart(QueueFacts facts, RowDeeds deeds, LaneDeeds laneDeeds, Runnable changed) {
        this.facts = facts;
        addClassName("gn-queue-part");
        board = new LaneBoard(facts.viewer(), laneDeeds);
        var admin = facts.viewer().isAdmin();
        var nothing = new EmptyState(
                GnIcon.CHECK,
                getTranslation(admin ? "queue.none" : "queue.nothing"),
                getTranslation(admin ? "queue.none.sentence" : "queue.nothing.sentence"));
        table = new WaitingTable(
                getTranslation(admin ? "queue.waiting" : "queue.waiting.own"),
                admin,
                facts.viewer().id(),
                deeds,
                nothing);
        people.setAriaLabel(getTranslation("queue.people"));
        people.setPlaceholder(getTranslation("queue.people.all"));
        people.setEmptySelectionAllowed(true);
        people.setEmptySelectionCaption(getTranslation("queue.people.all"));
        people.setItemLabelGenerator(person -> person == null ? getTranslation("queue.people.all") : person.name());
        people.addClassName("gn-push");
        people.addValueChangeListener(choice -> {
            if (choice.isFromClient()) {
                changed.run();
            }
        });
        people.setVisible(admin);
        table.head().add(people);
        add(board, board.legend(), table);
    }

    void show(LaneSpan span) {
        board.show(facts.lanes(span));
        var of = people.getValue();
        var rows = facts.waiting(of == null ? null : of.id());
        var receipts = facts.receipts(rows);
        table.show(byTurn(rows, receipts), receipts);
        table.showMore(more(rows, of == null ? null : of.id()));
    }

    /** Which backend is free first may turn the order in which they are given out. */
    private static List<QueueRow> byTurn(List<QueueRow> rows, Map<GenerationId, Receipt> receipts) {
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> turn(receipts.get(row.id()))))
                .toList();
    }

    private static int turn(@Nullable Receipt receipt) {
        var position = receipt == null ? null : receipt.position();
        return position == null ? Integer.MAX_VALUE : position.number();
    }

    private String more(List<QueueRow> rows, @Nullable AccountId of) {
        if (rows.size() < QueueRows.MOST) {
            return "";
        }
        return of == null && facts.viewer().isAdmin()
                ? getTranslation("queue.more", facts.length())
                : getTranslation("queue.more.own");
    }

    void show(List<BackendAtWork> backends) {
        board.show(backends);
    }

    /** Who is chosen stays so, also when nothing of theirs waits any more. */
    void offer(List<Person> now) {
        if (!now.equals(offered)) {
            offered = now;
            var chosen = people.getValue();
            people.setItems(now);
            people.setValue(now.contains(chosen) ? chosen : null);
        }
    }
}
