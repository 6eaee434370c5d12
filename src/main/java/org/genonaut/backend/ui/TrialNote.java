package org.genonaut.backend.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.genonaut.backend.Trial;
import org.genonaut.comfyui.Capabilities;
import org.genonaut.comfyui.SystemStats;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;

/** Says what came of trying a connection, and what to do about it. */
class TrialNote extends Div {

    TrialNote() {
        addClassName("gn-trial");
        getElement().setAttribute("role", "status");
        clear();
    }

    void clear() {
        removeAll();
        setVisible(false);
    }

    void testing() {
        begin("");
        line("backends.test.running");
    }

    void show(Optional<Trial> trial) {
        trial.ifPresentOrElse(this::show, () -> {
            begin("gn-bad");
            line("backends.test.unreadable");
        });
    }

    private void show(Trial trial) {
        switch (trial) {
            case Trial.Works works -> showWorking(works);
            case Trial.OtherScheme(var scheme) -> {
                begin("gn-bad");
                line("backends.test.other-scheme." + scheme);
            }
            case Trial.Fails(var why, var details) -> {
                begin("gn-bad");
                line("backends.absence." + why.word());
                var more = new Paragraph(details);
                more.addClassNames("gn-tiny", "gn-muted", "gn-mono");
                add(more);
            }
        }
    }

    private void showWorking(Trial.Works works) {
        begin(works.missing().isEmpty() ? "gn-good" : "gn-warn");
        var stats = works.capabilities().stats();
        line("backends.test.works", stats.version(), device(stats), works.models());
        if (!works.missing().isEmpty()) {
            line(
                    "backends.test.missing",
                    String.join(", ", works.missing().stream().sorted().toList()));
        }
        if (works.capabilities().previews() == Capabilities.Previews.NEVER) {
            line("backends.no-previews");
        }
    }

    private String device(SystemStats stats) {
        return stats.devices().stream()
                .findFirst()
                .map(device -> device.card() + ", " + Formats.current().memory(device.vramTotal()))
                .orElseGet(() -> getTranslation("backends.no-device"));
    }

    private void begin(String kind) {
        removeAll();
        setVisible(true);
        setClassName("gn-good", kind.equals("gn-good"));
        setClassName("gn-warn", kind.equals("gn-warn"));
        setClassName("gn-bad", kind.equals("gn-bad"));
        if (!kind.isEmpty()) {
            add((kind.equals("gn-good") ? GnIcon.CHECK : GnIcon.WARNING).createSmall());
        }
    }

    private void line(String key, Object... arguments) {
        add(new Paragraph(getTranslation(key, arguments)));
    }
}
