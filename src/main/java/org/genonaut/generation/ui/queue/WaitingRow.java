package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.generation.forecast.Why;
import org.genonaut.generation.lane.QueueRow;
import org.genonaut.generation.lane.QueueRow.Standing;
import org.genonaut.ui.FamilyBadge;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.IconButton;
import org.jspecify.annotations.Nullable;

/** One generation of the table; it stays the same element as long as it is in the table. */
class WaitingRow extends NativeTableRow {

    private final NativeTableCell turn = labelled("turn");
    private final NativeTableCell images = labelled("images");
    private final NativeTableCell starts = cell("gn-queue-starts");
    private final NativeTableCell why = cell("gn-queue-why");
    private final IconButton pause;
    private final IconButton resume;
    private final Div acts = new Div();
    private final Div order = new Div();
    private QueueRow shown;

    WaitingRow(QueueRow row, boolean named, RowDeeds deeds) {
        shown = row;
        getElement().setAttribute("data-generation", row.id().toString());
        pause = button(GnIcon.PAUSE, "queue.pause", () -> deeds.pause(shown));
        resume = button(GnIcon.PLAY, "queue.resume", () -> deeds.resume(shown));
        add(turn);
        if (named) {
            add(person(row.person()));
        }
        add(prompt(row), family(row), images, starts, why, actions(deeds));
    }

    private NativeTableCell cell(String className) {
        var cell = new NativeTableCell();
        cell.addClassName(className);
        return cell;
    }

    /** Where the page is too narrow for a head, the number says itself what it is. */
    private NativeTableCell labelled(String column) {
        var cell = cell("gn-queue-" + column);
        cell.getElement().setAttribute("data-label", getTranslation("queue.column." + column));
        return cell;
    }

    private NativeTableCell person(String name) {
        var avatar = new Avatar(name);
        avatar.addClassName("gn-avatar");
        avatar.getElement().setAttribute("aria-hidden", "true");
        var who = new Div(avatar, new Span(name));
        who.addClassName("gn-row");
        var cell = cell("gn-queue-person");
        cell.add(who);
        return cell;
    }

    private NativeTableCell prompt(QueueRow row) {
        var words = new Div(row.prompt());
        words.addClassName("gn-clip");
        words.setTitle(row.prompt());
        var cell = cell("gn-queue-prompt");
        cell.add(words);
        return cell;
    }

    private NativeTableCell family(QueueRow row) {
        var cell = cell("gn-queue-family");
        cell.add(new FamilyBadge(row.family().label()));
        return cell;
    }

    private NativeTableCell actions(RowDeeds deeds) {
        switch (deeds) {
            case RowDeeds.Own own ->
                order.add(
                        button(GnIcon.CHEVRON_UP, "queue.up", () -> own.up(shown)),
                        button(GnIcon.UPLOAD, "queue.top", () -> own.top(shown)));
            case RowDeeds.Everybodys all ->
                order.add(button(GnIcon.CHEVRON_UP, "queue.first", () -> all.putFirst(shown)));
        }
        order.addClassName("gn-queue-waits");
        acts.add(order, pause, resume);
        acts.addClassName("gn-queue-waits");
        var all = new Div(acts, button(GnIcon.CLOSE, "queue.cancel", () -> deeds.cancel(shown)));
        all.addClassName("gn-queue-acts");
        var cell = cell("gn-queue-deeds");
        cell.add(all);
        return cell;
    }

    private IconButton button(GnIcon icon, String key, Runnable deed) {
        var button = new IconButton(icon, getTranslation(key)).withPlainTip();
        button.addClassName(key.replace('.', '-'));
        button.addClickListener(click -> deed.run());
        button.getElement().setAttribute("aria-description", shown.prompt());
        return button;
    }

    /** @param own whether it is the viewer's */
    void show(QueueRow row, @Nullable Receipt known, boolean own) {
        shown = row;
        var receipt = fitting(row, known);
        var words = ReceiptWords.current();
        boolean begun = row.standing() == Standing.BEGUN;
        set(turn, begun ? "" : words.turn(receipt));
        set(images, Formats.current().number(row.images()));
        set(starts, row.runs() ? getTranslation("queue.runs") : words.starts(receipt));
        starts.setClassName("gn-none", !row.runs() && (receipt == null || receipt.starts() == null));
        set(why, begun ? "" : words.why(row, receipt, own));
        setClassName("gn-queue-runs", row.runs());
        acts.setVisible(!begun);
        // What is paused has no place to change.
        order.setVisible(row.standing() != Standing.PAUSED);
        pause.setVisible(row.standing() != Standing.PAUSED);
        resume.setVisible(row.standing() == Standing.PAUSED);
    }

    /** @param allowed not for one that is the first already */
    void allowOrder(boolean allowed) {
        order.getChildren().map(IconButton.class::cast).forEach(button -> button.setOfUse(allowed));
    }

    /** A receipt may be two seconds old, and the row be paused or go on since. */
    private static @Nullable Receipt fitting(QueueRow row, @Nullable Receipt known) {
        if (row.standing() == Standing.PAUSED) {
            return new Receipt(null, null, new Why.Paused());
        }
        return known != null && known.why() instanceof Why.Paused ? null : known;
    }

    private static void set(NativeTableCell cell, String text) {
        if (!cell.getText().equals(text)) {
            cell.setText(text);
        }
    }

    QueueRow row() {
        return shown;
    }
}
