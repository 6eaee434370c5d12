package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;
import org.genonaut.generation.lane.LaneSpan;
import org.genonaut.generation.lane.LastHour;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;

/** The line above: mine or the fleet, how the last hour was, how much time is shown, and the switch for all. */
class QueueTop extends Div {

    private final Anchor mine = link(getTranslation("queue.mine"));
    private final Anchor fleet = link(getTranslation("queue.fleet"));
    private final Span mineCount = new Span();
    private final Span fleetCount = new Span();
    private final Div hour = new Div();
    private final Nav spans = new Nav();
    private final Map<LaneSpan, Anchor> spanLinks = new EnumMap<>(LaneSpan.class);
    private final Button pause;

    /** @param pauseAll pauses the queue, or lets it go on */
    QueueTop(boolean admin, Runnable pauseAll) {
        addClassNames("gn-page-top", "gn-queue-top");
        mine.add(mineCount);
        fleet.add(fleetCount);
        var views = new Nav(mine, fleet);
        views.addClassName("gn-segments");
        views.setAriaLabel(getTranslation("queue.views"));
        spans.addClassName("gn-segments");
        spans.setAriaLabel(getTranslation("queue.span"));
        for (var span : LaneSpan.values()) {
            var link = link(getTranslation("queue.span." + span.length().toMinutes()));
            spanLinks.put(span, link);
            spans.add(link);
        }
        hour.addClassNames("gn-small", "gn-muted", "gn-push", "gn-dots");
        pause = new Button(getTranslation("queue.pause-all"), GnIcon.PAUSE.create(), click -> pauseAll.run());
        pause.setId("pause-all");
        pause.setVisible(admin);
        add(new H1(getTranslation("queue.title")), views, hour, spans, pause);
    }

    private static Anchor link(String text) {
        var link = new Anchor("", text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    void show(QueueAddress address) {
        mine.setHref(address.mine().url());
        fleet.setHref(address.ofFleet().url());
        mark(mine, !address.fleet());
        mark(fleet, address.fleet());
        spans.setVisible(address.fleet());
        hour.setVisible(address.fleet());
        setClassName("gn-queue-mine", !address.fleet());
        spanLinks.forEach((span, link) -> {
            link.setHref(address.over(span).url());
            mark(link, span == address.span());
        });
    }

    private static void mark(Component link, boolean current) {
        if (current) {
            link.getElement().setAttribute("aria-current", "true");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }

    void count(int open, int backends) {
        mineCount.setText(Formats.current().number(open));
        fleetCount.setText(getTranslation("queue.backends", backends));
    }

    void show(LastHour last) {
        var formats = Formats.current();
        hour.removeAll();
        hour.add(fact("queue.hour.images", formats.number(last.images())));
        hour.add(fact("queue.hour.busy", formats.percent(last.busy())));
        var wait = last.usualWait();
        if (wait != null) {
            hour.add(fact("queue.hour.wait", formats.duration(wait)));
        }
    }

    /** The value stands out of its words. */
    private Span fact(String key, String value) {
        var words = getTranslation(key, "\u0001").split("\u0001", -1);
        var strong = new HtmlContainer("b");
        strong.setText(value);
        return new Span(new Span(words[0]), strong, new Span(words.length > 1 ? words[1] : ""));
    }

    void showPaused(boolean paused) {
        pause.setText(getTranslation(paused ? "queue.resume-all" : "queue.pause-all"));
        pause.setIcon(paused ? GnIcon.PLAY.create() : GnIcon.PAUSE.create());
    }
}
