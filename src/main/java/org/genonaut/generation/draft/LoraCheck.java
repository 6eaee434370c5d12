package org.genonaut.generation.draft;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelType;
import org.genonaut.generation.recipe.LoraWeight;
import org.jspecify.annotations.Nullable;

/** Checks the LoRAs of a draft: they exist, may be used, fit the checkpoint, and their strengths are in range. */
final class LoraCheck {

    private static final GenerationDraft.Lora UNNAMED = new GenerationDraft.Lora(null, null, null);

    private final ModelCheck models;
    private final Complaint complaint;

    LoraCheck(ModelCheck models, Complaint complaint) {
        this.models = models;
        this.complaint = complaint;
    }

    /** The LoRAs that hold. */
    record Checked(List<LoraWeight> weights, List<AvailableModel> models) {}

    Checked check(@Nullable List<GenerationDraft.Lora> loras, Optional<AvailableModel> checkpoint, int most) {
        var asked = requireNonNullElse(loras, List.<GenerationDraft.Lora>of());
        if (asked.size() > most) {
            complaint.about("lora_models", "loras.many", most);
            return new Checked(List.of(), List.of());
        }
        var checked = new Checked(new ArrayList<>(), new ArrayList<>());
        var names = new HashSet<String>();
        for (int i = 0; i < asked.size(); i++) {
            check("lora_models[" + i + "]", requireNonNullElse(asked.get(i), UNNAMED), checkpoint, names, checked);
        }
        return checked;
    }

    private void check(
            String field,
            GenerationDraft.Lora asked,
            Optional<AvailableModel> checkpoint,
            HashSet<String> names,
            Checked checked) {
        var found = models.usable(field + ".name", ModelType.LORA, asked.name());
        if (found.isEmpty()) {
            return;
        }
        var lora = found.get();
        if (!names.add(lora.name())) {
            complaint.about(field + ".name", "lora.twice", lora.title());
        }
        models.requireFit(field + ".name", lora, checkpoint);
        var onModel = strength(field + ".strength_model", asked.strengthModel(), lora.strength());
        var onClip = strengthOnClip(field + ".strength_clip", asked.strengthClip(), onModel, lora, checkpoint);
        checked.weights().add(new LoraWeight(lora.name(), onModel, onClip));
        checked.models().add(lora);
    }

    private double strength(String field, @Nullable Double asked, double otherwise) {
        return complaint.real(field, asked, otherwise, -LoraWeight.MAX_STRENGTH, LoraWeight.MAX_STRENGTH);
    }

    /** Where LoRAs leave the text encoder alone, only one strength can be meant: none for it, or the same for all. */
    private double strengthOnClip(
            String field,
            @Nullable Double asked,
            double onModel,
            AvailableModel lora,
            Optional<AvailableModel> checkpoint) {
        var closed = checkpoint.filter(model -> !model.family().hasOpenTextEncoder());
        if (closed.isEmpty()) {
            return strength(field, asked, lora.strength());
        }
        if (asked != null && asked != 0 && asked != onModel) {
            complaint.about(field, "lora.clip", closed.get().title());
            return onModel;
        }
        return requireNonNullElse(asked, onModel);
    }
}
