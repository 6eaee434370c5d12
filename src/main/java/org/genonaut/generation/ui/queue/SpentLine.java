package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.genonaut.account.limit.Quota;
import org.genonaut.account.limit.Usage;
import org.genonaut.ui.Formats;

/** How long the queue is, and what the viewer has spent of what may be spent, in one line. */
class SpentLine extends Div {

    private final Span length = new Span();
    private final Span open = new Span();
    private final Span images = new Span();

    SpentLine() {
        addClassNames("gn-small", "gn-muted", "gn-dots", "gn-queue-spent");
        add(length, open, images);
    }

    void show(int waiting) {
        length.setText(getTranslation("queue.length", waiting));
    }

    void show(Usage usage) {
        var formats = Formats.current();
        open.setText(getTranslation(
                "queue.spent.open",
                formats.number(usage.openJobs()),
                formats.number(usage.limits().openJobs())));
        var hour = usage.imagesThisHour();
        switch (hour.limit()) {
            case Quota.Unlimited() -> images.setVisible(false);
            case Quota.AtMost(long most) -> {
                images.setVisible(true);
                images.setText(getTranslation(
                        "queue.spent.images", formats.number(Math.round(hour.used())), formats.number(most)));
            }
        }
    }
}
