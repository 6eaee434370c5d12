package org.genonaut.generation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.genonaut.generation.Generation;
import org.genonaut.ui.Formats;

/** What is said of a generation beside its pictures: the prompt, the models, where and how long. */
class RowText extends Div {

    private static final int BEGINNING = 120;

    private final UnaryOperator<String> checkpointTitle;
    private final Div where = new Div();

    RowText(Generation generation, UnaryOperator<String> checkpointTitle) {
        this.checkpointTitle = checkpointTitle;
        addClassName("gn-job-text");
        var prompt = new Paragraph(generation.parameters().prompt());
        prompt.addClassNames("gn-prompt-text", "gn-clamp-3");
        where.addClassName("gn-dots");
        var meta = new Div(dots(what(generation)), where);
        meta.addClassName("gn-meta");
        add(prompt, meta);
        where(how(generation));
    }

    /** Says where it runs; replaces what was said of its outcome. */
    final void where(List<String> facts) {
        where.removeAll();
        facts.forEach(fact -> where.add(new Span(fact)));
    }

    private static Div dots(List<String> facts) {
        var line = new Div();
        line.addClassName("gn-dots");
        facts.forEach(fact -> line.add(new Span(fact)));
        return line;
    }

    private List<String> what(Generation generation) {
        var parameters = generation.parameters();
        var facts = new ArrayList<String>();
        facts.add(checkpointTitle.apply(parameters.checkpointModel()));
        if (!parameters.loraModels().isEmpty()) {
            facts.add(
                    getTranslation("generate.row.loras", parameters.loraModels().size()));
        }
        facts.add(Formats.current().size(parameters.width(), parameters.height()));
        return facts;
    }

    private List<String> how(Generation generation) {
        var formats = Formats.current();
        var facts = new ArrayList<String>();
        var ended = Objects.requireNonNullElse(generation.finishedAt(), generation.updatedAt());
        switch (generation.status()) {
            case PENDING, PROCESSING -> {}
            case COMPLETED -> {
                if (generation.startedAt() != null) {
                    facts.add(formats.duration(Duration.between(generation.startedAt(), ended)));
                }
                facts.add(formats.moment(ended));
                facts.add(getTranslation(
                        "generate.row.seed",
                        generation.parameters().samplerParams().seed().toString()));
            }
            case FAILED -> facts.add(getTranslation("generate.row.failed", formats.momentWithin(ended)));
            case CANCELLED -> facts.add(getTranslation("generate.row.cancelled", formats.momentWithin(ended)));
        }
        return facts;
    }

    /** Enough of a prompt to know it again. */
    static String beginning(String prompt) {
        return prompt.codePointCount(0, prompt.length()) <= BEGINNING
                ? prompt
                : prompt.substring(0, prompt.offsetByCodePoints(0, BEGINNING)).strip() + "…";
    }
}
