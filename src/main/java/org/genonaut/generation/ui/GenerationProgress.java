package org.genonaut.generation.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.genonaut.generation.GenerationEvent.Running;
import org.genonaut.ui.Formats;

/** How far a generation is: a percentage, what is being done, a bar. */
class GenerationProgress extends Div {

    private final HtmlContainer percent = new HtmlContainer("b");
    private final Span phase = new Span();
    private final ProgressBar bar = new ProgressBar();

    GenerationProgress() {
        addClassName("gn-running");
        var line = new Div(percent, phase);
        line.addClassName("gn-phase");
        bar.getElement().setAttribute("aria-label", getTranslation("generate.progress"));
        add(line, bar);
    }

    void show(Running running) {
        percent.setText(Formats.current().percent(running.fraction()));
        phase.setText(words(running));
        bar.setValue(running.fraction());
        getElement().setAttribute("data-progress", String.valueOf((int) (running.fraction() * 100)));
    }

    private String words(Running running) {
        return switch (running.phase()) {
            case QUEUED -> getTranslation("generate.phase.queued");
            case LOADING -> getTranslation("generate.phase.loading");
            case SAMPLING -> getTranslation("generate.phase.sampling", running.step(), running.steps());
            case DECODING -> getTranslation("generate.phase.decoding");
            case SAVING -> getTranslation("generate.phase.saving");
        };
    }
}
