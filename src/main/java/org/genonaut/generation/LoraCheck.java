package org.genonaut.generation;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.jspecify.annotations.Nullable;

/** Checks the LoRAs of a draft: they exist, may be used, fit the checkpoint, and their strengths are in range. */
final class LoraCheck {

    private static final GenerationDraft.Lora UNNAMED = new GenerationDraft.Lora(null, null, null);

    private final ModelCatalog catalog;
    private final Complaint complaint;

    LoraCheck(ModelCatalog catalog, Complaint complaint) {
        this.catalog = catalog;
        this.complaint = complaint;
    }

    /** Says what is wrong with a field. */
    interface Complaint {
        void about(String field, String key, Object... arguments);
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
        var found = model(field, asked.name());
        if (found.isEmpty()) {
            return;
        }
        var lora = found.get();
        if (!names.add(lora.name())) {
            complaint.about(field + ".name", "lora.twice", lora.title());
        }
        checkpoint
                .filter(model -> !model.family().fits(lora.family()))
                .ifPresent(model -> complaint.about(
                        field + ".name",
                        "lora.family",
                        lora.title(),
                        lora.family().label(),
                        model.title(),
                        model.family().label()));
        var onModel = strength(field + ".strength_model", asked.strengthModel(), lora);
        var onClip = strength(field + ".strength_clip", asked.strengthClip(), lora);
        checked.weights().add(new LoraWeight(lora.name(), onModel, onClip));
        checked.models().add(lora);
    }

    private Optional<AvailableModel> model(String field, @Nullable String name) {
        if (name == null || name.isBlank()) {
            complaint.about(field + ".name", "lora.missing");
            return Optional.empty();
        }
        var found = catalog.find(ModelType.LORA, name);
        if (found.isEmpty()) {
            complaint.about(field + ".name", "lora.unknown", name);
        } else if (!found.get().isActive()) {
            complaint.about(field + ".name", "model.inactive", found.get().title());
        } else if (found.get().isMissing()) {
            complaint.about(field + ".name", "model.nowhere", found.get().title());
        } else {
            return found;
        }
        return Optional.empty();
    }

    private double strength(String field, @Nullable Double asked, AvailableModel lora) {
        double strength = requireNonNullElse(asked, lora.strength());
        if (!(Math.abs(strength) <= LoraWeight.MAX_STRENGTH)) {
            complaint.about(field, "range", -LoraWeight.MAX_STRENGTH, LoraWeight.MAX_STRENGTH);
            return 0;
        }
        return strength;
    }
}
