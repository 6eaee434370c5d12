package org.genonaut.generation.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationEvent;
import org.genonaut.generation.GenerationEvent.Running;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.ui.Aspect;
import org.genonaut.ui.LiveSignal;
import org.jspecify.annotations.Nullable;

/** One generation in the stream, from waiting to its pictures. While it is open, it follows what happens to it. */
class GenerationRow extends Article {

    private final MyGenerations generations;
    private final RecipeActions actions;
    private final UnaryOperator<String> checkpointTitle;
    private final Consumer<GenerationRow> moved;
    private final RowPictures pictures;
    private final Div left;
    private final GenerationProgress progress = new GenerationProgress();
    private final Paragraph waiting = note("generate.row.waiting");
    private RowText text;
    private Generation generation;
    private @Nullable Running running;
    private @Nullable Receipt receipt;
    private boolean away;

    /** @param moved hears whenever this row has something new to say */
    GenerationRow(
            Generation generation,
            MyGenerations generations,
            RecipeActions actions,
            UnaryOperator<String> checkpointTitle,
            Consumer<GenerationRow> moved) {
        this.generation = generation;
        this.generations = generations;
        this.actions = actions;
        this.checkpointTitle = checkpointTitle;
        this.moved = moved;
        var parameters = generation.parameters();
        addClassName("gn-job");
        getElement().setAttribute("data-generation", generation.id().toString());
        new Aspect(parameters.width(), parameters.height()).applyTo(this);
        pictures = new RowPictures(generation);
        left = new Div(pictures);
        left.addClassName("gn-job-left");
        text = new RowText(generation, checkpointTitle);
        add(left, text);
        describe();
        if (generation.status().isOpen()) {
            follow();
        }
    }

    private void follow() {
        Signal<GenerationEvent> latest =
                LiveSignal.of(this, generations.present(id()), listener -> generations.follow(id(), listener));
        Signal.effect(this, () -> heard(latest.get()));
        // It may have ended before we listened.
        addAttachListener(attached -> reload());
    }

    private void heard(GenerationEvent event) {
        switch (event) {
            case GenerationEvent.Waiting waiting -> {}
            case Running now -> show(now);
            case GenerationEvent.Ended ended -> reload();
        }
    }

    private void show(Running now) {
        if (!generation.status().isOpen()) {
            return;
        }
        if (now.imagesDone() > generation.images().size()) {
            reload();
        }
        var first = running == null;
        running = now;
        progress.show(now);
        pictures.grow(now.preview(), now.fraction());
        if (first) {
            describe();
        }
        text.where(Optional.ofNullable(now.backend()).map(List::of).orElse(List.of()));
        moved.accept(this);
    }

    private void reload() {
        generations.find(id()).ifPresent(this::show);
    }

    /** Shows how it stands now, when that differs from what is shown. */
    void show(Generation now) {
        var sameStatus = now.status().isOpen() == generation.status().isOpen();
        var samePictures = now.images().size() == generation.images().size();
        generation = now;
        if (!samePictures || !sameStatus) {
            pictures.update(now);
        }
        if (!sameStatus) {
            describe();
            moved.accept(this);
        }
    }

    private void describe() {
        var newText = new RowText(generation, checkpointTitle);
        replace(text, newText);
        text = newText;
        if (generation.status().isOpen() && running != null) {
            text.add(progress);
        } else if (generation.status().isOpen()) {
            text.add(waiting);
        }
        text.add(new RowActions(generation, actions));
        if (generation.status() == GenerationStatus.FAILED) {
            generation.failedJob().ifPresent(job -> left.add(new FailureNote(generation, job, actions)));
        } else if (generation.status() == GenerationStatus.CANCELLED
                && generation.images().isEmpty()) {
            left.add(note("generate.row.cancelled-empty"));
        }
        getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "generate.row." + state(),
                                RowText.beginning(generation.parameters().prompt())));
    }

    /** @param away whether no backend answers */
    void showFleet(boolean away) {
        this.away = away;
        sayWhyItWaits();
    }

    /** @param receipt null when nothing is known of its place in the queue */
    void showReceipt(@Nullable Receipt receipt) {
        this.receipt = receipt;
        sayWhyItWaits();
    }

    private void sayWhyItWaits() {
        var known = receipt;
        if (known != null && !away) {
            waiting.setText(ReceiptText.current().of(known, generation.slowLane()));
        } else {
            waiting.setText(getTranslation(away ? "generate.row.waiting-away" : "generate.row.waiting"));
        }
    }

    boolean isWaiting() {
        return isOpen() && running == null;
    }

    private Paragraph note(String key) {
        var note = new Paragraph(getTranslation(key));
        note.addClassNames("gn-small", "gn-muted", "gn-row-note");
        return note;
    }

    private String state() {
        return isRunning() ? "is-running" : "is-" + generation.status().word();
    }

    GenerationId id() {
        return generation.id();
    }

    Generation generation() {
        return generation;
    }

    boolean isOpen() {
        return generation.status().isOpen();
    }

    boolean isRunning() {
        return isOpen() && running != null;
    }

    /** How it runs, when it does. */
    Optional<Running> running() {
        return isRunning() ? Optional.ofNullable(running) : Optional.empty();
    }
}
