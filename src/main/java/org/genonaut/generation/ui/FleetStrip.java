package org.genonaut.generation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendState;
import org.genonaut.ui.Formats;

/** One line that names the GPUs and how they are. */
class FleetStrip extends Footer {

    private List<Backend> backends = List.of();
    private Map<String, Integer> mine = Map.of();
    private List<Lane> shown = List.of();

    FleetStrip() {
        addClassName("gn-fleet");
        getElement().setAttribute("aria-label", getTranslation("generate.fleet"));
    }

    private record Lane(String name, String dot, String words) {}

    void show(List<Backend> all) {
        backends = all.stream()
                .filter(backend -> !(backend.state() instanceof BackendState.Disabled))
                .toList();
        refresh();
    }

    /** @param percents how far the viewer's own generations are, by the name of the backend */
    void showMine(Map<String, Integer> percents) {
        mine = percents;
        refresh();
    }

    private void refresh() {
        var lanes = backends.stream().map(this::lane).toList();
        if (!lanes.equals(shown)) {
            shown = lanes;
            removeAll();
            lanes.forEach(lane -> add(drawn(lane)));
        }
    }

    private Lane lane(Backend backend) {
        return switch (backend.state()) {
            case BackendState.Up up -> new Lane(backend.name(), "gn-good", words(backend));
            case BackendState.Away away ->
                new Lane(
                        backend.name(),
                        "gn-bad",
                        getTranslation("generate.fleet.away." + away.why().word()));
            case BackendState.Unknown unknown ->
                new Lane(backend.name(), "gn-off", getTranslation("generate.fleet.asking"));
            case BackendState.Stuck stuck -> new Lane(backend.name(), "gn-bad", getTranslation("generate.fleet.stuck"));
            case BackendState.Draining draining -> new Lane(backend.name(), "gn-off", draining(draining.note()));
            case BackendState.Disabled disabled -> new Lane(backend.name(), "gn-off", disabled.reason());
        };
    }

    private String draining(String note) {
        return note.isEmpty()
                ? getTranslation("generate.fleet.draining")
                : getTranslation("generate.fleet.draining.note", note);
    }

    private String words(Backend backend) {
        var percent = mine.get(backend.name());
        return percent == null
                ? getTranslation("generate.fleet.ready")
                : getTranslation("generate.fleet.mine", Formats.current().percent(percent / 100.0));
    }

    private static Component drawn(Lane lane) {
        var dot = new Span();
        dot.addClassNames("gn-dot", lane.dot());
        var name = new HtmlContainer("b");
        name.setText(lane.name());
        var words = new Span(lane.words());
        words.addClassName("gn-clip");
        var drawn = new Div(dot, name, words);
        drawn.addClassName("gn-lane");
        drawn.setTitle(lane.words());
        return drawn;
    }
}
