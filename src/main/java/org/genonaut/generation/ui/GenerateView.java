package org.genonaut.generation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.LimitReached;
import org.genonaut.generation.draft.GenerationLimits;
import org.genonaut.generation.draft.InvalidGeneration;
import org.genonaut.generation.draft.Violation;
import org.genonaut.ui.LiveSignal;
import org.genonaut.ui.Undo;

/** The page on which pictures are asked for and seen to come. */
@Route("generate")
@PageTitle("generate.page")
@PermitAll
class GenerateView extends Div implements BeforeEnterObserver, RecipeActions {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MyGenerations generations;
    private final ModelCatalog catalog;
    private final FormMemory memory;
    private final GenerationForm form;
    private final GenerationStream stream;

    GenerateView(
            MyGenerations generations, GenerationLimits limits, ModelCatalog catalog, Fleet fleet, FormMemory memory) {
        this.generations = generations;
        this.catalog = catalog;
        this.memory = memory;
        form = new GenerationForm(catalog, limits, generations, memory, this::generate);
        stream = new GenerationStream(generations, this::checkpointTitle, this, this::start);
        addClassNames("gn-page", "gn-generate");
        add(form, stream);
        Signal<Optional<List<Backend>>> backends =
                LiveSignal.of(this, Optional.empty(), listener -> follow(fleet, listener));
        Signal.effect(this, () -> backends.get().ifPresent(this::fleetChanged));
        Signal<Long> changes = LiveSignal.of(this, 0L, generations::followList);
        Signal.effect(this, () -> {
            if (changes.get() > 0) {
                form.allowanceChanged();
            }
        });
    }

    private static Runnable follow(Fleet fleet, Consumer<Optional<List<Backend>>> listener) {
        var unsubscribe = fleet.subscribe(() -> listener.accept(Optional.of(fleet.backends())));
        listener.accept(Optional.of(fleet.backends()));
        return unsubscribe;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var query = entering.getLocation().getQueryParameters();
        AskedAgain.from(query, generations)
                .or(memory::values)
                .ifPresentOrElse(form::show, () -> form.show(FirstValues.of(catalog, generations)));
        if (!query.getParameters().isEmpty()) {
            // A reload brings back what was changed since, not what the address once asked for.
            entering.getUI().getPage().getHistory().replaceState(null, "generate");
        }
    }

    private void fleetChanged(List<Backend> backends) {
        if (form.values().checkpoint() == null) {
            form.chooseCheckpoint(FirstValues.of(catalog, generations).checkpoint());
        }
        form.fleetChanged(backends);
        stream.fleetChanged(backends);
    }

    private String checkpointTitle(String name) {
        return catalog.find(ModelType.CHECKPOINT, name)
                .map(AvailableModel::title)
                .orElse(name);
    }

    private void start() {
        form.begin(getTranslation("generate.starting-prompt"));
    }

    @Override
    public void generate(FormValues values) {
        try {
            var id = generations.submit(values.toDraft(catalog));
            generations
                    .find(id)
                    .map(generation -> generation.parameters().samplerParams().seed())
                    .ifPresent(memory::used);
            form.sent();
            stream.load();
            stream.showTop();
        } catch (InvalidGeneration invalid) {
            form.show(values); // There the reasons stand beside the button.
        } catch (LimitReached reached) {
            form.refuse(reached);
        }
    }

    @Override
    public void edit(FormValues values, List<Violation> refused) {
        edit(values);
        form.refuse(refused);
    }

    @Override
    public void edit(FormValues values) {
        form.show(values);
        form.focusPrompt();
    }

    @Override
    public void cancel(GenerationId id) {
        if (generations.cancel(id)) {
            Undo.offer(getTranslation("queue.cancelled"), PATIENCE, () -> takeBack(id));
        }
    }

    private void takeBack(GenerationId id) {
        if (!generations.undoCancel(id)) {
            Notification.show(getTranslation("queue.too-late"));
        }
    }
}
