package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genonaut.account.AccountId;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.generation.lane.QueueRow;
import org.genonaut.ui.EmptyState;
import org.genonaut.ui.Formats;

/** What waits, in its order. */
class WaitingTable extends Section {

    private final boolean named;
    private final AccountId viewer;
    private final RowDeeds deeds;
    private final Span count = new Span();
    private final Div head;
    private final NativeTable table = new NativeTable();
    private final NativeTableBody body;
    private final Paragraph more = new Paragraph();
    private final EmptyState nothing;
    private final Map<GenerationId, WaitingRow> rows = new HashMap<>();

    /**
     * @param named whether each row says whose it is
     * @param nothing stands there when nothing waits
     */
    WaitingTable(String title, boolean named, AccountId viewer, RowDeeds deeds, EmptyState nothing) {
        this.named = named;
        this.viewer = viewer;
        this.deeds = deeds;
        this.nothing = nothing;
        addClassName("gn-queue-table");
        count.addClassName("gn-queue-count");
        var heading = new H2(title);
        head = new Div(heading, count);
        head.addClassNames("gn-row", "gn-queue-head");
        more.addClassNames("gn-small", "gn-muted", "gn-queue-more");
        table.getElement().setAttribute("aria-label", title);
        table.getHead().add(titles());
        body = table.getBody();
        var scroll = new Div(table, more, nothing);
        scroll.addClassName("gn-queue-scroll");
        add(head, scroll);
    }

    private NativeTableRow titles() {
        var titles = new NativeTableRow();
        titles.add(title("turn"));
        if (named) {
            titles.add(title("person"));
        }
        for (var word : List.of("prompt", "family", "images", "starts", "why")) {
            titles.add(title(word));
        }
        var deedsTitle = new NativeTableHeaderCell();
        var words = new Span(getTranslation("queue.column.deeds"));
        words.addClassName("gn-hidden-text");
        deedsTitle.add(words);
        titles.add(deedsTitle);
        return titles;
    }

    private NativeTableHeaderCell title(String word) {
        var cell = new NativeTableHeaderCell(getTranslation("queue.column." + word));
        cell.addClassName("gn-queue-" + word);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    /** What stands at the end of the title's line. */
    Div head() {
        return head;
    }

    /** Rows stay the same components as long as theirs is there, so that no click goes astray. */
    void show(List<QueueRow> now, Map<GenerationId, Receipt> receipts) {
        var before = new HashMap<>(rows);
        now.forEach(row -> before.remove(row.id()));
        before.forEach((gone, row) -> body.remove(row));
        rows.keySet().removeAll(before.keySet());
        var first = now.stream()
                .filter(row -> row.standing() == QueueRow.Standing.WAITING)
                .findFirst();
        for (int place = 0; place < now.size(); place++) {
            var row = now.get(place);
            var shown = rows.computeIfAbsent(row.id(), fresh -> new WaitingRow(row, named, deeds));
            if (!isAt(place, shown)) {
                body.addComponentAtIndex(place, shown);
            }
            shown.show(row, receipts.get(row.id()), row.account().equals(viewer));
            shown.allowOrder(named || !first.equals(Optional.of(row)));
        }
        count.setText(Formats.current().number(now.size()));
        table.setVisible(!now.isEmpty());
        nothing.setVisible(now.isEmpty());
    }

    private boolean isAt(int place, WaitingRow row) {
        var element = body.getElement();
        return element.getChildCount() > place && element.getChild(place).equals(row.getElement());
    }

    /** @param sentence empty for none */
    void showMore(String sentence) {
        more.setText(sentence);
        more.setVisible(!sentence.isEmpty());
    }
}
