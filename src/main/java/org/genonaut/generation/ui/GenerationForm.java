package org.genonaut.generation.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.genonaut.backend.Backend;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.DraftReview;
import org.genonaut.generation.LimitReached;
import org.genonaut.generation.draft.GenerationLimits;
import org.genonaut.generation.draft.Violation;
import org.jspecify.annotations.Nullable;

/** What a member asks for. It can be changed and sent again at once: what was sent is no longer its concern. */
class GenerationForm extends Div {

    private final ModelCatalog catalog;
    private final FormMemory memory;
    private final MyGenerations generations;
    private final Consumer<FormValues> generate;
    private final PromptFields prompts = new PromptFields();
    private final ModelSelector models;
    private final ParameterControls parameters;
    private final GenerateFoot foot;
    private final FieldWays ways;
    private boolean filling;
    private List<Reason> refusals = List.of();

    /** @param generate takes what stands in the form when nothing is wrong with it */
    GenerationForm(
            ModelCatalog catalog,
            GenerationLimits limits,
            MyGenerations generations,
            FormMemory memory,
            Consumer<FormValues> generate) {
        this.catalog = catalog;
        this.memory = memory;
        this.generations = generations;
        this.generate = generate;
        var account = generations.allowance().limits();
        models = new ModelSelector(catalog);
        parameters = new ParameterControls(catalog, limits, account, memory::lastSeed);
        foot = new GenerateFoot(account, this::generate);
        ways = new FieldWays(prompts, models, parameters, foot);
        addClassName("gn-form");
        getElement().setAttribute("role", "form");
        getElement().setAttribute("aria-label", getTranslation("generate.form"));
        var body = new Div(prompts, models, parameters);
        body.addClassName("gn-form-body");
        add(body, foot);
        listen();
    }

    private void listen() {
        prompts.onChange(() -> {
            models.promptChanged(prompts.prompt());
            changed();
        });
        models.onChange(this::changed);
        models.onCheckpoint(this::adopt);
        models.onInsert(prompts::insert);
        parameters.onChange(this::changed);
        foot.onChange(this::changed);
        Shortcuts.addShortcutListener(this, this::generate, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this)
                .resetFocusOnActiveElement();
    }

    /** Another checkpoint may be of another family, which takes other settings. */
    private void adopt() {
        prompts.adopt(models.family());
        parameters.adopt(models.family(), models.usual());
    }

    private void changed() {
        if (!filling) {
            refusals = List.of();
            memory.keep(values());
            refresh();
        }
    }

    private void refresh() {
        var values = values();
        var verdict = generations.review(values.toDraft(catalog));
        foot.show(values.images(), verdict.expected(), reasons(verdict));
        foot.showSlowLane(verdict.exceeded().isPresent() && hasSlowLane());
    }

    private boolean hasSlowLane() {
        return generations.allowance().hasSlowLane();
    }

    private List<Reason> reasons(DraftReview.Verdict verdict) {
        var reasons = new ArrayList<Reason>();
        for (var violation : verdict.violations()) {
            reasons.add(new Reason(FieldNames.sentence(violation), ways.to(violation.field())));
        }
        if (!parameters.seed().isValid()) {
            reasons.add(new Reason(getTranslation("generate.seed.wrong"), parameters.seed()::focusSeed));
        }
        if (refusals.isEmpty() && !hasSlowLane()) {
            verdict.exceeded().map(LimitText::of).map(this::tooMuch).ifPresent(reasons::add);
        }
        reasons.addAll(refusals);
        return reasons;
    }

    private Reason tooMuch(String sentence) {
        return new Reason(sentence, foot::focusBatchCount);
    }

    private void generate() {
        refusals = List.of();
        generations.readAllowance();
        var reasons = reasons(generations.review(values().toDraft(catalog)));
        if (reasons.isEmpty()) {
            generate.accept(values());
        } else {
            refresh();
            reasons.getFirst().show().run();
        }
    }

    FormValues values() {
        return new FormValues(
                prompts.prompt(),
                prompts.avoid(),
                models.checkpoint(),
                models.loras(),
                parameters.size().width(),
                parameters.size().height(),
                parameters.size().batchSize(),
                foot.batchCount(),
                parameters.sampler().value(),
                parameters.seed().seed());
    }

    /** Replaces everything that stands in the form. */
    void show(FormValues values) {
        filling = true;
        prompts.show(values.prompt(), values.avoid());
        models.show(values.checkpoint(), values.loras());
        models.promptChanged(values.prompt());
        adopt();
        parameters.show(values);
        foot.showBatchCount(values.batchCount());
        filling = false;
        changed();
    }

    /** A generation was sent and began with the memory's last seed. */
    void sent() {
        parameters.seed().lastChanged();
    }

    /** Other generations of the account came, ended or were cancelled, so that it may have less or more. */
    void allowanceChanged() {
        generations.readAllowance();
        refresh();
    }

    /** Says why what was sent is not accepted now; the sentence stays until something changes. */
    void refuse(LimitReached reached) {
        generations.readAllowance();
        refusals = List.of(tooMuch(LimitText.of(reached)));
        refresh();
    }

    /** Says what a backend has against what stands in the form, and leads to the first of it. */
    void refuse(List<Violation> violations) {
        refusals = violations.stream()
                .map(violation -> new Reason(FieldNames.sentence(violation), ways.to(violation.field())))
                .toList();
        refresh();
        refusals.stream().findFirst().ifPresent(reason -> reason.show().run());
    }

    /** Backends came or went, and models with them. */
    void fleetChanged(List<Backend> backends) {
        foot.show(backends);
        models.catalogChanged();
        parameters.sampler().catalogChanged();
        adopt();
        refresh();
    }

    /** The first checkpoint that is known of, while none was chosen. */
    void chooseCheckpoint(@Nullable String name) {
        if (name != null) {
            models.choose(name);
        }
    }

    /** Puts a prompt into a form that may hold everything else already. */
    void begin(String prompt) {
        prompts.show(prompt, prompts.avoid());
        prompts.focusPrompt();
    }

    void focusPrompt() {
        prompts.focusPrompt();
    }
}
