package org.genonaut.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** One limit: how much of it is used, and when there is more. */
class UsageBar extends Div {

    /** From here on one should know before it is too late. */
    private static final double NEARLY_FULL = 0.8;

    private final String title;
    private final String amounts;
    private final Div line;

    UsageBar(String title, String used, String limit, String note) {
        this.title = title;
        amounts = used + " " + limit;
        addClassName("gn-usage-bar");
        var name = new Span(title);
        name.addClassName("gn-strong");
        var amount = new Span(used);
        amount.addClassNames("gn-strong", "gn-push");
        var bound = new Span(limit);
        bound.addClassName("gn-muted");
        line = new Div(name, amount, bound);
        line.addClassName("gn-usage-line");
        var below = new Paragraph(note);
        below.addClassNames("gn-usage-note", "gn-muted");
        add(line, below);
    }

    /** Without a limit there is nothing to be filled. */
    UsageBar filled(double fraction) {
        var bar = new ProgressBar(0, 1, fraction);
        bar.getElement().setAttribute("aria-label", title + ": " + amounts);
        bar.setClassName("gn-nearly-full", fraction >= NEARLY_FULL);
        addComponentAtIndex(indexOf(line) + 1, bar);
        return this;
    }
}
