package org.genonaut.generation.draft;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genonaut.account.limit.Limits;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.Source.EmptyLatent;
import org.jspecify.annotations.Nullable;

/** Turns a draft into parameters, or says everything that is wrong with it; one use each. */
public final class DraftCheck {

    private static final int SIDE_STEP = 8;

    private final GenerationDraft draft;
    private final ModelCatalog catalog;
    private final GenerationLimits limits;
    private final QueuePolicy policy;
    private final Limits account;
    private final List<Violation> violations = new ArrayList<>();
    private final Complaint complaint = (field, key, arguments) -> violations.add(Violation.of(field, key, arguments));

    /** @param account the limits of whoever asks */
    public DraftCheck(
            GenerationDraft draft, ModelCatalog catalog, GenerationLimits limits, QueuePolicy policy, Limits account) {
        this.draft = draft;
        this.catalog = catalog;
        this.limits = limits;
        this.policy = policy;
        this.account = account;
    }

    /** A draft that holds: what it asks for, and with which models of the catalog. */
    public record Checked(GenerationParameters parameters, AvailableModel checkpoint, Set<AvailableModel> models) {}

    /** @throws InvalidGeneration with every violation */
    public Checked orThrow() {
        var prompt = prompt();
        var modelCheck = new ModelCheck(catalog, policy, complaint);
        var checkpoint = modelCheck.checkpoint(draft.checkpointModel());
        var negative = negativePrompt(checkpoint);
        var vae = modelCheck.vae(draft.vae(), checkpoint);
        var loras = new LoraCheck(modelCheck, complaint).check(draft.loraModels(), checkpoint, limits.loras());
        checkpoint.ifPresent(model -> modelCheck.requireOneBackend(model, loras.models(), vae));
        int clipSkip = clipSkip(checkpoint);
        var latent = latent(checkpoint.map(AvailableModel::family).orElse(ModelFamily.OTHER));
        int batchSize = complaint.whole("batch_size", draft.batchSize(), 1, 1, account.batchSize());
        int batchCount = complaint.whole("batch_count", draft.batchCount(), 1, 1, account.batchCount());
        var sampling = new SamplingCheck(catalog, limits, complaint).check(draft.samplerParams(), checkpoint);
        if (!violations.isEmpty() || checkpoint.isEmpty()) {
            throw new InvalidGeneration(violations);
        }
        var parameters = new GenerationParameters(
                prompt,
                negative,
                checkpoint.get().name(),
                vae.map(AvailableModel::name).orElse(null),
                loras.weights(),
                clipSkip,
                latent,
                batchSize,
                batchCount,
                sampling);
        return new Checked(parameters, checkpoint.get(), models(checkpoint.get(), loras.models(), vae));
    }

    private static Set<AvailableModel> models(
            AvailableModel checkpoint, List<AvailableModel> loras, Optional<AvailableModel> vae) {
        var all = new HashSet<AvailableModel>(loras);
        all.add(checkpoint);
        vae.ifPresent(all::add);
        return all;
    }

    private String prompt() {
        var prompt = text("prompt", draft.prompt());
        if (prompt.isBlank()) {
            complaint.about("prompt", "prompt.missing");
        }
        return prompt;
    }

    private String negativePrompt(Optional<AvailableModel> checkpoint) {
        var negative = text("negative_prompt", draft.negativePrompt());
        checkpoint
                .filter(model -> !negative.isBlank() && !model.family().takesNegativePrompt())
                .ifPresent(model -> complaint.about(
                        "negative_prompt",
                        "negative.none",
                        model.title(),
                        model.family().label()));
        return negative;
    }

    private String text(String field, @Nullable String text) {
        var written = requireNonNullElse(text, "");
        if (written.codePointCount(0, written.length()) > limits.promptLength()) {
            complaint.about(field, "prompt.long", limits.promptLength());
        } else if (written.indexOf('\0') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(written)) {
            complaint.about(field, "prompt.characters");
        }
        return written;
    }

    private int clipSkip(Optional<AvailableModel> checkpoint) {
        int skip = complaint.whole(
                "clip_skip",
                draft.clipSkip(),
                GenerationParameters.NO_CLIP_SKIP,
                GenerationParameters.NO_CLIP_SKIP,
                GenerationParameters.MAX_CLIP_SKIP);
        checkpoint
                .filter(model -> skip != GenerationParameters.NO_CLIP_SKIP
                        && !model.family().hasOpenTextEncoder())
                .ifPresent(model -> complaint.about(
                        "clip_skip",
                        "clip-skip.none",
                        model.title(),
                        model.family().label()));
        return skip;
    }

    private EmptyLatent latent(ModelFamily family) {
        var latent = new EmptyLatent(
                side("width", draft.width(), family.side()), side("height", draft.height(), family.side()));
        if (latent.width() * (double) latent.height() > account.megapixels() * 1024 * 1024) {
            complaint.about("width", "megapixels", account.megapixels(), latent.width(), latent.height());
        }
        return latent;
    }

    private int side(String field, @Nullable Integer pixels, int otherwise) {
        int side = complaint.whole(field, pixels, otherwise, EmptyLatent.MIN_SIDE, EmptyLatent.MAX_SIDE);
        if (side % SIDE_STEP != 0) {
            int below = side / SIDE_STEP * SIDE_STEP;
            complaint.about(field, "side.step", SIDE_STEP, below, below + SIDE_STEP);
        }
        return side;
    }
}
