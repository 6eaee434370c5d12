package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import org.genonaut.backend.BackendAtWork;
import org.genonaut.backend.BackendState;
import org.genonaut.comfyui.SystemStats;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;

/** What backend a lane is of, and how that is. */
class LaneHead extends Div {

    private final H3 name = new H3();
    private final Badge state = new Badge();
    private final Div device = new Div();
    private final Div model = new Div();
    private final ProgressBar memory = new ProgressBar();
    private final Span memoryWords = new Span();
    private final Div memoryLine = new Div(memory, memoryWords);
    private final Button drain = button("queue.drain", GnIcon.PAUSE);
    private final Button enable = button("queue.enable", GnIcon.PLAY);
    private BackendAtWork shown;

    LaneHead(BackendAtWork first, boolean admin, LaneDeeds deeds) {
        shown = first;
        drain.addClickListener(click -> deeds.drain(shown.backend()));
        enable.addClickListener(click -> deeds.enable(shown.backend()));
        device.addClassNames("gn-tiny", "gn-muted", "gn-clip");
        model.addClassNames("gn-small", "gn-clip");
        memory.addClassName("gn-backend-memory");
        memoryWords.addClassNames("gn-tiny", "gn-muted");
        memoryLine.addClassNames("gn-row", "gn-lane-memory");
        drain.addClassName("gn-push");
        enable.addClassName("gn-push");
        var title = new Div(name, state);
        if (admin) {
            title.add(drain, enable);
        }
        title.addClassName("gn-row");
        addClassName("gn-lane-head");
        add(title, device, model, memoryLine);
    }

    private Button button(String key, GnIcon icon) {
        var button = new Button(getTranslation(key), icon.createSmall());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    void show(BackendAtWork row) {
        shown = row;
        var backend = row.backend();
        name.setText(backend.name());
        showState(row);
        var facts = new ArrayList<String>();
        backend.device().map(LaneHead::words).ifPresent(facts::add);
        backend.capabilities().map(known -> "ComfyUI " + known.version()).ifPresent(facts::add);
        device.setText(String.join(" · ", facts));
        device.setTitle(device.getText());
        var why = why(backend.state());
        var loaded = row.model();
        model.setText(why.isEmpty() && loaded != null ? loaded : why);
        model.setTitle(model.getText());
        var known = backend.device().filter(found -> found.vramTotal() > 0 && backend.answers());
        memoryLine.setVisible(known.isPresent());
        known.ifPresent(this::showMemory);
    }

    /** There is little room, and nearly all are of one maker. */
    private static String words(SystemStats.Device device) {
        var name = device.card().replaceFirst("^NVIDIA (GeForce )?", "");
        return device.vramTotal() == 0 ? name : name + ", " + Formats.current().memory(device.vramTotal());
    }

    private void showState(BackendAtWork row) {
        var now = row.backend().state();
        state.setText(getTranslation("backends.state." + word(row)));
        state.getElement().setAttribute("theme", theme(now));
        var takes = now instanceof BackendState.Look || now instanceof BackendState.Stuck;
        drain.setVisible(takes);
        enable.setVisible(!takes);
        drain.getElement().setAttribute("aria-description", row.backend().name());
        enable.getElement().setAttribute("aria-description", row.backend().name());
    }

    private static String word(BackendAtWork row) {
        return switch (row.backend().state()) {
            case BackendState.Unknown unknown -> "asking";
            case BackendState.Up up -> row.jobs() > 0 ? "works" : "ready";
            case BackendState.Away away -> "away";
            case BackendState.Stuck stuck -> "stuck";
            case BackendState.Draining draining -> row.isDrained() ? "drained" : "draining";
            case BackendState.Disabled disabled -> "disabled";
        };
    }

    private static String theme(BackendState state) {
        return switch (state) {
            case BackendState.Unknown unknown -> "";
            case BackendState.Up up -> "success";
            case BackendState.Away away -> "error";
            case BackendState.Stuck stuck -> "error";
            case BackendState.Draining draining -> "warning";
            case BackendState.Disabled disabled -> "";
        };
    }

    /** Empty when there is nothing to explain. */
    private String why(BackendState state) {
        return switch (state) {
            case BackendState.Unknown unknown -> "";
            case BackendState.Up up -> "";
            case BackendState.Away away ->
                getTranslation("generate.fleet.away." + away.why().word());
            case BackendState.Stuck stuck -> getTranslation("generate.fleet.stuck");
            case BackendState.Draining draining ->
                getTranslation(
                        draining.note().isEmpty() ? "backends.draining" : "backends.draining.note",
                        draining.by(),
                        draining.note());
            case BackendState.Disabled disabled -> disabled.reason();
        };
    }

    private void showMemory(SystemStats.Device device) {
        var used = Math.clamp(1 - (double) device.vramFree() / device.vramTotal(), 0, 1);
        memory.setValue(used);
        memory.getElement().setAttribute("aria-label", getTranslation("backends.memory"));
        memoryWords.setText(getTranslation("queue.vram", Formats.current().percent(used)));
    }
}
