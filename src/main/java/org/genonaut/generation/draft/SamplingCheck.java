package org.genonaut.generation.draft;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Optional;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.jspecify.annotations.Nullable;

/** Checks KSampler's settings of a draft; those that are absent become what is usual for the checkpoint. */
final class SamplingCheck {

    private final ModelCatalog catalog;
    private final GenerationLimits limits;
    private final Complaint complaint;

    SamplingCheck(ModelCatalog catalog, GenerationLimits limits, Complaint complaint) {
        this.catalog = catalog;
        this.limits = limits;
        this.complaint = complaint;
    }

    SamplerParams check(GenerationDraft.@Nullable Sampling sampling, Optional<AvailableModel> checkpoint) {
        var asked = requireNonNullElse(sampling, GenerationDraft.Sampling.EMPTY);
        var usual = checkpoint.map(AvailableModel::usual).orElseGet(ModelFamily.OTHER::usual);
        return new SamplerParams(
                asked.seed() == null ? Seed.random() : asked.seed(),
                complaint.whole("sampler_params.steps", asked.steps(), usual.steps(), 1, limits.steps()),
                complaint.real("sampler_params.cfg", asked.cfg(), usual.cfg(), 0, 100),
                choice("sampler_name", asked.samplerName(), usual.samplerName(), catalog.samplers()),
                choice("scheduler", asked.scheduler(), usual.scheduler(), catalog.schedulers()),
                complaint.real("sampler_params.denoise", asked.denoise(), 1, 0, 1),
                guidance(asked.guidance(), usual.guidance(), checkpoint));
    }

    private @Nullable Double guidance(
            @Nullable Double asked, @Nullable Double usual, Optional<AvailableModel> checkpoint) {
        if (asked == null) {
            return usual;
        }
        if (usual == null && checkpoint.isPresent()) {
            complaint.about(
                    "sampler_params.guidance", "guidance.none", checkpoint.get().title());
            return null;
        }
        return complaint.real("sampler_params.guidance", asked, 0, 0, SamplerParams.MAX_GUIDANCE);
    }

    /** While no backend answers nothing is known of what they offer; ComfyUI itself refuses what is wrong then. */
    private String choice(String setting, @Nullable String value, String otherwise, List<String> offered) {
        var name = requireNonNullElse(value, otherwise);
        if (name.isBlank() || name.length() > 100 || !(offered.isEmpty() || offered.contains(name))) {
            complaint.about("sampler_params." + setting, "choice", name, String.join(", ", offered));
            return otherwise;
        }
        return name;
    }
}
