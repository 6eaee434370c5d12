package org.genonaut.generation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.genonaut.generation.GenerationId;
import org.genonaut.ui.Formats;

/** How the stream stands, in one line, in the title of the page and, at each quarter, for screen readers. */
class StreamStatus extends Div {

    private static final int QUARTERS = 4;

    private final Span line = new Span();
    private final Span spoken = new Span();
    private final Map<GenerationId, Integer> quarters = new HashMap<>();
    private String title = "";
    private long notShown;

    StreamStatus() {
        addClassNames("gn-small", "gn-muted");
        spoken.setId("spoken");
        spoken.addClassName("gn-hidden-text");
        spoken.getElement().setAttribute("aria-live", "polite");
        add(line, spoken);
    }

    /** @param waiting how many wait in all; those without a row are older than the rows */
    void count(int waiting, Collection<GenerationRow> rows) {
        notShown = Math.max(0, waiting - waiting(rows));
    }

    void show(Collection<GenerationRow> rows) {
        var runs = rows.stream().filter(GenerationRow::isRunning).count();
        var waits = waiting(rows) + notShown;
        var facts = new ArrayList<String>();
        if (runs > 0) {
            facts.add(getTranslation("generate.stream.running", runs));
        }
        if (waits > 0) {
            facts.add(getTranslation("generate.stream.waiting", waits));
        }
        line.setText(String.join(" · ", facts));
        title(rows.stream()
                .flatMap(row -> row.running().stream())
                .mapToDouble(running -> running.fraction())
                .max());
    }

    private static long waiting(Collection<GenerationRow> rows) {
        return rows.stream().filter(GenerationRow::isWaiting).count();
    }

    private void title(OptionalDouble furthest) {
        var page = getTranslation("generate.page") + " · Genonaut";
        var wanted = furthest.isPresent() ? Formats.current().percent(furthest.getAsDouble()) + " · " + page : page;
        if (!wanted.equals(title)) {
            title = wanted;
            getUI().ifPresent(ui -> ui.getPage().setTitle(wanted));
        }
    }

    void announce(GenerationRow row) {
        var prompt = RowText.beginning(row.generation().parameters().prompt());
        if (!row.isOpen()) {
            quarters.remove(row.id());
            spoken.setText(getTranslation(
                    "generate.spoken." + row.generation().status().word(), prompt));
            return;
        }
        row.running().ifPresent(running -> {
            var quarter = (int) (running.fraction() * QUARTERS);
            var before = quarters.put(row.id(), quarter);
            if (before != null && quarter > before && quarter < QUARTERS) {
                spoken.setText(getTranslation(
                        "generate.spoken.progress", prompt, Formats.current().percent((double) quarter / QUARTERS)));
            }
        });
    }
}
