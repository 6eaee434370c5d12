package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genonaut.account.Account;
import org.genonaut.backend.BackendAtWork;
import org.genonaut.backend.BackendId;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.generation.lane.Lanes;
import org.genonaut.ui.Extent;
import org.genonaut.ui.Formats;
import org.jspecify.annotations.Nullable;

/**
 * The backends along an axis of time. Blocks have fixed places on the axis; as time goes on, only the window on it is
 * moved.
 */
class LaneBoard extends Section {

    /** Where the lanes are wider than the window, what is and what comes matters more than what was. */
    private static final String BRING_NOW_INTO_VIEW = "requestAnimationFrame(() => this.scrollLeft = this.scrollWidth)";

    /** Which part of the axis the mark of now needs for itself. */
    private static final double ROOM_OF_NOW = 0.05;

    /** Half of what a time needs. */
    private static final double ROOM_OF_TIME = 0.02;

    private final Account viewer;
    private final LaneDeeds deeds;
    private final Div content = new Div();
    private final Div axis = new Div();
    private final Div rows = new Div();
    private final Span now = new Span();
    private final Map<BackendId, LaneRow> lanes = new HashMap<>();
    private final Map<Instant, Span> ticks = new HashMap<>();
    private @Nullable Instant origin;

    LaneBoard(Account viewer, LaneDeeds deeds) {
        this.viewer = viewer;
        this.deeds = deeds;
        addClassName("gn-lanes-board");
        getElement().setAttribute("aria-label", getTranslation("queue.lanes"));
        getElement().setAttribute("tabindex", "0");
        var line = new Div(now);
        line.addClassName("gn-now");
        axis.addClassName("gn-axis");
        axis.getElement().setAttribute("aria-hidden", "true");
        axis.add(line);
        rows.addClassName("gn-lane-rows");
        content.addClassName("gn-lanes");
        content.add(axis, rows);
        add(content);
        addAttachListener(attached -> getElement().executeJs(BRING_NOW_INTO_VIEW));
    }

    void show(List<BackendAtWork> backends) {
        var before = new HashMap<>(lanes);
        for (int place = 0; place < backends.size(); place++) {
            var backend = backends.get(place);
            before.remove(backend.backend().id());
            var lane = lanes.computeIfAbsent(
                    backend.backend().id(), first -> new LaneRow(backend, viewer.id(), viewer.isAdmin(), deeds));
            if (rows.indexOf(lane) != place) {
                rows.addComponentAtIndex(place, lane);
            }
            lane.show(backend);
        }
        before.forEach((gone, lane) -> rows.remove(lane));
        lanes.keySet().removeAll(before.keySet());
    }

    void show(Lanes present) {
        var zero = origin == null ? present.from() : origin;
        origin = zero;
        new Extent(seconds(zero, present.from()), present.span().length().toSeconds()).applyAsWindowTo(content);
        now.setText(Formats.current().time(present.at()));
        showTicks(present, zero);
        lanes.forEach((backend, lane) -> lane.show(present.of(backend), zero));
    }

    private void showTicks(Lanes present, Instant zero) {
        long step = present.span().step().toSeconds();
        var wanted = new HashMap<Instant, Span>();
        long first = Math.ceilDiv(present.from().getEpochSecond(), step) * step;
        for (long second = first; second < present.until().getEpochSecond(); second += step) {
            var at = Instant.ofEpochSecond(second);
            var known = ticks.get(at);
            var tick = known == null ? tick(at, zero) : known;
            tick.setClassName("gn-mute", hasNoRoom(at, present));
            wanted.put(at, tick);
        }
        ticks.forEach((at, tick) -> {
            if (!wanted.containsKey(at)) {
                axis.remove(tick);
            }
        });
        ticks.clear();
        ticks.putAll(wanted);
    }

    private static boolean hasNoRoom(Instant at, Lanes present) {
        double length = present.span().length().toSeconds();
        double place = seconds(present.from(), at) / length;
        double fromNow = Math.abs(seconds(present.at(), at)) / length;
        return fromNow < ROOM_OF_NOW || place < ROOM_OF_TIME || place > 1 - ROOM_OF_TIME;
    }

    private Span tick(Instant at, Instant zero) {
        var tick = new Span(new Span(Formats.current().time(at)));
        tick.addClassName("gn-tick");
        new Extent(seconds(zero, at), 0).applyTo(tick);
        axis.add(tick);
        return tick;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** What the colours and patterns mean. */
    Component legend() {
        var legend = new Div();
        legend.addClassNames("gn-small", "gn-muted", "gn-legend");
        for (var family : List.of(ModelFamily.SDXL, ModelFamily.SD15, ModelFamily.FLUX, ModelFamily.SD3)) {
            legend.add(sample(family.label(), "done", family.word()));
        }
        legend.add(sample(getTranslation("queue.legend.load"), "loaded", "other"));
        legend.add(sample(getTranslation("queue.block.failed"), "failed", "other"));
        legend.add(sample(getTranslation("queue.legend.expected"), "expected", "other"));
        return legend;
    }

    private static Span sample(String text, String kind, String family) {
        var box = new Span();
        box.addClassName("gn-sample");
        box.getElement().setAttribute("data-kind", kind);
        box.getElement().setAttribute("data-family", family);
        return new Span(box, new Span(text));
    }
}
