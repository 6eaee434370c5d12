package org.genonaut.generation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genonaut.account.limit.Limits;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendState;
import org.genonaut.ui.Formats;
import org.genonaut.ui.Stepper;

/** The foot of the form: how many, go, and why not. */
class GenerateFoot extends Div {

    private final Stepper batchCount;
    private final Button generate = new Button();
    private final Reasons reasons = new Reasons();
    private final Paragraph slowLane = new Paragraph();
    private final Span dot = new Span();
    private final Span start = new Span();

    GenerateFoot(Limits limits, Runnable go) {
        addClassName("gn-form-foot");
        batchCount = new Stepper(getTranslation("generate.batch-count"), 1, limits.batchCount(), 1);
        batchCount.setId("batch-count");
        generate.setId("generate");
        generate.addThemeVariants(ButtonVariant.PRIMARY);
        generate.addClassName("gn-go");
        generate.addClickListener(click -> go.run());
        var row = new Div(batchCount, generate);
        row.addClassName("gn-go-row");
        slowLane.setText(getTranslation("generate.slow-lane"));
        slowLane.addClassNames("gn-why", "gn-muted");
        slowLane.getElement().setAttribute("role", "status");
        slowLane.setVisible(false);
        add(row, reasons, slowLane, startLine());
    }

    private Div startLine() {
        dot.addClassName("gn-dot");
        start.addClassName("gn-clip");
        var keys = new Span(key("generate.key.ctrl"), key("generate.key.enter"));
        keys.addClassNames("gn-keys", "gn-push");
        var line = new Div(dot, start, keys);
        line.addClassName("gn-start");
        return line;
    }

    private Span key(String text) {
        var key = new Span(getTranslation(text));
        key.addClassName("gn-kbd");
        return key;
    }

    void onChange(Runnable listener) {
        batchCount.addValueChangeListener(change -> listener.run());
    }

    int batchCount() {
        return batchCount.getValue();
    }

    void showBatchCount(int count) {
        batchCount.setValue(count);
    }

    /** The button stays a button: who presses it although something is missing is led there. */
    void show(int images, Optional<Duration> expected, List<Reason> why) {
        generate.setText(expected.map(time -> getTranslation(
                        "generate.go.time", images, Formats.current().duration(time)))
                .orElseGet(() -> getTranslation("generate.go", images)));
        generate.setClassName("gn-not-yet", !why.isEmpty());
        if (why.isEmpty()) {
            generate.getElement().removeAttribute("aria-describedby");
        } else {
            generate.getElement().setAttribute("aria-describedby", "reasons");
        }
        reasons.show(why);
    }

    /** What would be sent waits longer, because a quota is spent. */
    void showSlowLane(boolean inSlowLane) {
        slowLane.setVisible(inSlowLane);
    }

    void show(List<Backend> backends) {
        var ready = backends.stream().filter(Backend::isUp).count();
        var asking = backends.stream().anyMatch(backend -> backend.state() instanceof BackendState.Unknown);
        dot.setClassName("gn-good", ready > 0);
        dot.setClassName("gn-warn", ready == 0 && !asking);
        dot.setClassName("gn-off", ready == 0 && asking);
        if (ready > 0) {
            start.setText(getTranslation("generate.start.ready", ready));
        } else {
            start.setText(getTranslation(asking ? "generate.start.asking" : "generate.start.away"));
        }
    }

    void focusBatchCount() {
        batchCount.focus();
    }
}
