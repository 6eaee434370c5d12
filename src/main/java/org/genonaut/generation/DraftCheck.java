package org.genonaut.generation;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genonaut.backend.BackendId;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelType;
import org.genonaut.generation.Source.EmptyLatent;
import org.jspecify.annotations.Nullable;

/** Turns a draft into parameters, or says everything that is wrong with it; one use each. */
final class DraftCheck {

    private static final int SIDE_STEP = 8;

    private final GenerationDraft draft;
    private final ModelCatalog catalog;
    private final GenerationLimits limits;
    private final List<Violation> violations = new ArrayList<>();

    DraftCheck(GenerationDraft draft, ModelCatalog catalog, GenerationLimits limits) {
        this.draft = draft;
        this.catalog = catalog;
        this.limits = limits;
    }

    /** A draft that holds: what it asks for, and with which models of the catalog. */
    record Checked(GenerationParameters parameters, AvailableModel checkpoint, List<AvailableModel> loras) {

        Set<AvailableModel> models() {
            var all = new HashSet<AvailableModel>(loras);
            all.add(checkpoint);
            return all;
        }
    }

    /** @throws InvalidGeneration with every violation */
    Checked orThrow() {
        var prompt = prompt("prompt", draft.prompt());
        if (prompt.isBlank()) {
            violate("prompt", "prompt.missing");
        }
        var negative = prompt("negative_prompt", draft.negativePrompt());
        var checkpoint = checkpoint();
        var family = checkpoint.map(AvailableModel::family).orElse(ModelFamily.OTHER);
        var loras = new LoraCheck(catalog, this::violate).check(draft.loraModels(), checkpoint, limits.loras());
        checkpoint.ifPresent(model -> requireOneBackend(model, loras.models()));
        int width = side("width", draft.width(), family);
        int height = side("height", draft.height(), family);
        requireMegapixels(width, height);
        int batchSize = whole("batch_size", draft.batchSize(), 1, 1, limits.batchSize());
        int batchCount = whole("batch_count", draft.batchCount(), 1, 1, limits.batchCount());
        var sampling = sampling(family);
        if (!violations.isEmpty() || checkpoint.isEmpty() || sampling == null) {
            throw new InvalidGeneration(violations);
        }
        var parameters = new GenerationParameters(
                prompt,
                negative,
                checkpoint.get().name(),
                loras.weights(),
                new EmptyLatent(width, height),
                batchSize,
                batchCount,
                sampling);
        return new Checked(parameters, checkpoint.get(), loras.models());
    }

    private String prompt(String field, @Nullable String text) {
        var prompt = requireNonNullElse(text, "");
        if (prompt.codePointCount(0, prompt.length()) > limits.promptLength()) {
            violate(field, "prompt.long", limits.promptLength());
        } else if (prompt.indexOf('\0') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(prompt)) {
            violate(field, "prompt.characters");
        }
        return prompt;
    }

    private Optional<AvailableModel> checkpoint() {
        var name = draft.checkpointModel();
        if (name == null || name.isBlank()) {
            violate("checkpoint_model", "checkpoint.missing");
            return Optional.empty();
        }
        var found = catalog.find(ModelType.CHECKPOINT, name);
        if (found.isEmpty()) {
            violate("checkpoint_model", "checkpoint.unknown", name);
        } else if (!found.get().isActive()) {
            violate("checkpoint_model", "model.inactive", found.get().title());
        } else if (found.get().isMissing()) {
            violate("checkpoint_model", "model.nowhere", found.get().title());
        } else {
            return found;
        }
        return Optional.empty();
    }

    /** Every file alone is somewhere; together they must be on one backend. */
    private void requireOneBackend(AvailableModel checkpoint, List<AvailableModel> loras) {
        Set<BackendId> together = new HashSet<>(checkpoint.presence().keySet());
        loras.forEach(lora -> together.retainAll(lora.presence().keySet()));
        if (together.isEmpty()) {
            violate("lora_models", "models.apart", checkpoint.title());
        }
    }

    private int side(String field, @Nullable Integer pixels, ModelFamily family) {
        int side = whole(field, pixels, family.side(), EmptyLatent.MIN_SIDE, EmptyLatent.MAX_SIDE);
        if (side % SIDE_STEP != 0) {
            violate(field, "side.step", SIDE_STEP, side / SIDE_STEP * SIDE_STEP, (side / SIDE_STEP + 1) * SIDE_STEP);
        }
        return side;
    }

    private void requireMegapixels(int width, int height) {
        if (width * (double) height > limits.megapixels() * 1024 * 1024) {
            violate("width", "megapixels", limits.megapixels(), width, height);
        }
    }

    private int whole(String field, @Nullable Integer value, int otherwise, int min, int max) {
        int number = requireNonNullElse(value, otherwise);
        if (number < min || number > max) {
            violate(field, "range", min, max);
            return otherwise;
        }
        return number;
    }

    private double real(String field, @Nullable Double value, double otherwise, double min, double max) {
        double number = requireNonNullElse(value, otherwise);
        if (!(number >= min && number <= max)) {
            violate(field, "range", min, max);
            return otherwise;
        }
        return number;
    }

    private @Nullable SamplerParams sampling(ModelFamily family) {
        int before = violations.size();
        var asked = requireNonNullElse(draft.samplerParams(), GenerationDraft.Sampling.EMPTY);
        int steps = whole("sampler_params.steps", asked.steps(), family.steps(), 1, limits.steps());
        double cfg = real("sampler_params.cfg", asked.cfg(), family.cfg(), 0, 100);
        double denoise = real("sampler_params.denoise", asked.denoise(), 1, 0, 1);
        var sampler =
                choice("sampler_params.sampler_name", asked.samplerName(), family.samplerName(), catalog.samplers());
        var scheduler = choice("sampler_params.scheduler", asked.scheduler(), family.scheduler(), catalog.schedulers());
        var seed = asked.seed() == null ? Seed.random() : asked.seed();
        return violations.size() > before ? null : new SamplerParams(seed, steps, cfg, sampler, scheduler, denoise);
    }

    /** While no backend answers nothing is known of what they offer; ComfyUI itself refuses what is wrong then. */
    private String choice(String field, @Nullable String value, String otherwise, List<String> offered) {
        var name = requireNonNullElse(value, otherwise);
        if (name.isBlank() || name.length() > 100 || !(offered.isEmpty() || offered.contains(name))) {
            violate(field, "choice", name, String.join(", ", offered));
        }
        return name;
    }

    private void violate(String field, String key, Object... arguments) {
        violations.add(Violation.of(field, key, arguments));
    }
}
