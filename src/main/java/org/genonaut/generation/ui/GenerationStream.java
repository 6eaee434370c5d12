package org.genonaut.generation.ui;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.signals.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.genonaut.backend.Backend;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationPage;
import org.genonaut.ui.EmptyState;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.LiveSignal;

/** The generations of one account beside the form, the newest first. */
class GenerationStream extends Section {

    private static final int PAGE = 20;
    /** Who wants to see more goes to the gallery. */
    private static final int MOST = 200;

    private final MyGenerations generations;
    private final UnaryOperator<String> checkpointTitle;
    private final RecipeActions actions;
    private final StreamStatus status = new StreamStatus();
    private final FleetStrip fleet = new FleetStrip();
    private final Div list = new Div();
    private final EmptyState nothing;
    private final Button older = new Button(getTranslation("generate.stream.older"), click -> loadOlder());
    private final Map<GenerationId, GenerationRow> rows = new LinkedHashMap<>();

    private boolean away;

    /** @param start brings a prompt to begin with into the form */
    GenerationStream(
            MyGenerations generations, UnaryOperator<String> checkpointTitle, RecipeActions actions, Runnable start) {
        this.generations = generations;
        this.checkpointTitle = checkpointTitle;
        this.actions = actions;
        addClassName("gn-stream");
        getElement().setAttribute("aria-label", getTranslation("generate.stream"));
        var top = new Div(new H1(getTranslation("generate.stream")), status);
        top.addClassName("gn-stream-top");
        nothing = new EmptyState(
                        GnIcon.IMAGE,
                        getTranslation("generate.stream.nothing"),
                        getTranslation("generate.stream.nothing.sentence"))
                .withActions(new Button(getTranslation("generate.stream.start"), click -> start.run()));
        nothing.setVisible(false);
        older.addClassName("gn-older");
        older.setVisible(false);
        var body = new Div(nothing, list, older);
        body.addClassName("gn-stream-body");
        add(top, body, fleet);
        Signal<Long> changes = LiveSignal.of(this, 0L, generations::followList);
        Signal.effect(this, () -> {
            // Nothing is read before we listen.
            if (changes.get() > 0) {
                load();
            }
        });
        followQueue();
    }

    private void followQueue() {
        Signal<Long> moves = LiveSignal.of(this, 0L, generations::followQueue);
        Signal.effect(this, () -> {
            if (moves.get() > 0) {
                showReceipts();
            }
        });
    }

    /** One look at the projection for all rows. */
    private void showReceipts() {
        var waiting = rows.values().stream().filter(GenerationRow::isWaiting).toList();
        var receipts =
                generations.receipts(waiting.stream().map(GenerationRow::id).toList());
        waiting.forEach(row -> row.showReceipt(receipts.get(row.id())));
    }

    /** Reads the newest again: what is new enters at the top, what was deleted goes, the rest is brought up to date. */
    void load() {
        var page = generations.list(null, Math.clamp(rows.size(), PAGE, MOST));
        removeDeleted(page);
        var place = 0;
        for (var generation : page.items()) {
            var row = rows.get(generation.id());
            if (row == null) {
                insert(place, generation);
            } else {
                row.show(generation);
            }
            place++;
        }
        if (rows.size() <= page.items().size()) {
            older.setVisible(page.next() != null);
        }
        nothing.setVisible(rows.isEmpty());
        showReceipts();
        countWaiting();
    }

    /** Rows below the page were asked for by hand; nothing is known of them now. */
    private void removeDeleted(GenerationPage page) {
        var there = page.items().stream().map(Generation::id).collect(toSet());
        var oldest = page.items().isEmpty() ? null : page.items().getLast().createdAt();
        List.copyOf(rows.values()).stream()
                .filter(row -> !there.contains(row.id()))
                .filter(row -> page.next() == null
                        || oldest == null
                        || row.generation().createdAt().isAfter(oldest))
                .forEach(row -> {
                    rows.remove(row.id());
                    list.remove(row);
                });
    }

    private void insert(int place, Generation generation) {
        var row = new GenerationRow(generation, generations, actions, checkpointTitle, this::moved);
        row.showFleet(away);
        rows.put(generation.id(), row);
        list.addComponentAtIndex(place, row);
    }

    private void loadOlder() {
        var oldest = rows.values().stream()
                .map(GenerationRow::generation)
                .min((a, b) -> a.createdAt().compareTo(b.createdAt()))
                .map(Generation::id)
                .orElse(null);
        var page = generations.list(oldest, PAGE);
        page.items().stream()
                .filter(generation -> !rows.containsKey(generation.id()))
                .forEach(generation -> insert(list.getComponentCount(), generation));
        older.setVisible(page.next() != null && rows.size() < MOST);
        countWaiting();
    }

    private void countWaiting() {
        status.count(generations.waiting(), rows.values());
        refreshStatus();
    }

    private void moved(GenerationRow row) {
        status.announce(row);
        refreshStatus();
    }

    private void refreshStatus() {
        status.show(rows.values());
        fleet.showMine(rows.values().stream()
                .flatMap(row -> row.running().stream())
                .filter(running -> running.backend() != null)
                .collect(toMap(
                        running -> String.valueOf(running.backend()),
                        running -> (int) (running.fraction() * 100),
                        Math::max)));
    }

    /** The newest row comes into view. */
    void showTop() {
        list.getChildren().findFirst().ifPresent(row -> row.scrollIntoView());
    }

    void fleetChanged(List<Backend> backends) {
        fleet.show(backends);
        away = !backends.isEmpty() && backends.stream().noneMatch(Backend::isUp);
        rows.values().forEach(row -> row.showFleet(away));
    }
}
