package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.lane.QueueRow;
import org.genonaut.ui.EmptyState;
import org.genonaut.ui.GnIcon;

/** What one has open oneself. */
class MinePart extends Div {

    private final QueueFacts facts;
    private final SpentLine spent = new SpentLine();
    private final WaitingTable table;
    private final Span spoken = new Span();
    private Set<GenerationId> waited = Set.of();

    MinePart(QueueFacts facts, RowDeeds.Own deeds) {
        this.facts = facts;
        addClassName("gn-queue-part");
        var make = new Anchor("generate", getTranslation("queue.nothing.action"));
        make.getElement().setAttribute("router-link", true);
        var nothing = new EmptyState(
                        GnIcon.IMAGE, getTranslation("queue.nothing"), getTranslation("queue.nothing.sentence"))
                .withActions(make);
        table = new WaitingTable(
                getTranslation("queue.mine.title"), false, facts.viewer().id(), deeds, nothing);
        spoken.setId("spoken");
        spoken.addClassName("gn-hidden-text");
        spoken.getElement().setAttribute("aria-live", "polite");
        add(spent, table, spoken);
    }

    void show(List<QueueRow> mine) {
        spent.show(facts.length());
        spent.show(facts.usage());
        table.show(mine, facts.receipts(mine));
        mine.stream()
                .filter(row -> row.runs() && waited.contains(row.id()))
                .findFirst()
                .ifPresent(row -> spoken.setText(getTranslation("queue.spoken.begins", beginning(row.prompt()))));
        waited = mine.stream().filter(row -> !row.runs()).map(QueueRow::id).collect(Collectors.toSet());
    }

    private static String beginning(String prompt) {
        return prompt.length() <= 80 ? prompt : prompt.substring(0, 80) + " …";
    }
}
