package org.genonaut.generation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;
import org.genonaut.generation.Generation;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;

/** Says in one sentence why a generation failed, proposes one thing to do, and keeps the details folded. */
class FailureNote extends Div {

    FailureNote(Generation generation, Generation.Job job, RecipeActions actions) {
        addClassNames("gn-note", "gn-bad");
        var kind = job.failureKind() == null ? "internal" : job.failureKind().word();
        var remedy = Remedy.of(generation, job);
        var parameters = generation.parameters();
        var size = Formats.current().size(parameters.width(), parameters.height());
        var backend = Optional.ofNullable(job.backend()).orElseGet(() -> getTranslation("generate.failed.a-gpu"));
        var words = new Div(
                new H3(getTranslation("generate.failed." + kind, backend, size)),
                new Paragraph(safe(generation) + getTranslation("generate.failed." + kind + ".next", backend, size)));
        if (!job.violations().isEmpty()) {
            words.add(refusals(job));
        }
        words.addClassName("gn-grow");
        var acts = new Div(proposal(remedy, job, actions));
        acts.addClassName("gn-note-acts");
        add(GnIcon.WARNING.create(), words, acts);
        details(job).ifPresent(details -> fold(details, words, acts));
    }

    private UnorderedList refusals(Generation.Job job) {
        var list = new UnorderedList();
        list.addClassName("gn-reasons");
        job.violations().stream()
                .map(violation -> new ListItem(FieldNames.sentence(violation)))
                .forEach(list::add);
        return list;
    }

    private String safe(Generation generation) {
        var images = generation.images().size();
        return images == 0 ? "" : getTranslation("generate.failed.safe", images) + " ";
    }

    private Button proposal(Remedy remedy, Generation.Job job, RecipeActions actions) {
        var text = switch (remedy) {
            case Remedy.SmallerSize(var values, var width, var height) ->
                getTranslation("generate.remedy.size", Formats.current().size(width, height));
            case Remedy.SmallerBatch(var values) -> getTranslation("generate.remedy.batch");
            case Remedy.MissingAgain(var values) -> getTranslation("generate.remedy.missing", values.batchCount());
            case Remedy.Again(var values) -> getTranslation("generate.remedy.again");
            case Remedy.Edit(var values) -> getTranslation("generate.remedy.edit");
        };
        var button = new Button(text, click -> {
            switch (remedy) {
                case Remedy.SmallerSize size -> actions.edit(size.values());
                case Remedy.SmallerBatch batch -> actions.edit(batch.values());
                case Remedy.Edit edit -> actions.edit(edit.values(), job.violations());
                case Remedy.MissingAgain missing -> actions.generate(missing.values());
                case Remedy.Again again -> actions.generate(again.values());
            }
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private static Optional<String> details(Generation.Job job) {
        var said = new ArrayList<String>();
        Optional.ofNullable(job.failure())
                .filter(Predicate.not(String::isBlank))
                .ifPresent(said::add);
        Optional.ofNullable(job.failureDetails())
                .filter(Predicate.not(String::isBlank))
                .ifPresent(said::add);
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", said));
    }

    private void fold(String text, Div words, Div acts) {
        var details = new Pre(text);
        details.addClassNames("gn-mono", "gn-failure-details");
        details.setVisible(false);
        words.add(details);
        var unfold = new Button(getTranslation("generate.failed.details"), GnIcon.CHEVRON_DOWN.create());
        unfold.setIconAfterText(true);
        unfold.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        unfold.getElement().setAttribute("aria-expanded", "false");
        unfold.addClickListener(click -> {
            details.setVisible(!details.isVisible());
            unfold.getElement().setAttribute("aria-expanded", String.valueOf(details.isVisible()));
        });
        acts.add(unfold);
    }
}
