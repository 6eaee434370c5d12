package org.genonaut.generation.draft;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genonaut.backend.BackendId;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.jspecify.annotations.Nullable;

/** Checks the models that a draft names: they exist, may be used, fit each other, and are together on one backend. */
final class ModelCheck {

    private final ModelCatalog catalog;
    private final QueuePolicy policy;
    private final Complaint complaint;

    ModelCheck(ModelCatalog catalog, QueuePolicy policy, Complaint complaint) {
        this.catalog = catalog;
        this.policy = policy;
        this.complaint = complaint;
    }

    Optional<AvailableModel> checkpoint(@Nullable String name) {
        return usable("checkpoint_model", ModelType.CHECKPOINT, name);
    }

    /** Without a name the checkpoint's own decodes. */
    Optional<AvailableModel> vae(@Nullable String name, Optional<AvailableModel> checkpoint) {
        if (name == null) {
            return Optional.empty();
        }
        var vae = usable("vae", ModelType.VAE, name);
        vae.ifPresent(found -> requireFit("vae", found, checkpoint));
        return vae;
    }

    /** The model of that name, when members may use it now. */
    Optional<AvailableModel> usable(String field, ModelType type, @Nullable String name) {
        if (name == null || name.isBlank()) {
            complaint.about(field, type.word() + ".missing");
            return Optional.empty();
        }
        var found = catalog.find(type, name);
        if (found.isEmpty()) {
            complaint.about(field, type.word() + ".unknown", name);
        } else if (!found.get().isActive()) {
            complaint.about(field, "model.inactive", found.get().title());
        } else if (found.get().isMissing() && !policy.waits()) {
            complaint.about(field, "model.nowhere", found.get().title());
        } else {
            return found;
        }
        return Optional.empty();
    }

    /** ComfyUI says nothing of a LoRA or a VAE of another family, and makes a picture without it or a broken one. */
    void requireFit(String field, AvailableModel model, Optional<AvailableModel> checkpoint) {
        checkpoint
                .filter(chosen -> !chosen.family().fits(model.family()))
                .ifPresent(chosen -> complaint.about(
                        field,
                        "model.family",
                        model.title(),
                        model.family().label(),
                        chosen.title(),
                        chosen.family().label()));
    }

    /** Every file alone is somewhere; together they must be on one backend, unless that may still come. */
    void requireOneBackend(AvailableModel checkpoint, List<AvailableModel> loras, Optional<AvailableModel> vae) {
        if (policy.waits()) {
            return;
        }
        Set<BackendId> together = new HashSet<>(checkpoint.presence().keySet());
        loras.forEach(lora -> together.retainAll(lora.presence().keySet()));
        if (together.isEmpty()) {
            complaint.about(
                    "lora_models",
                    "models.apart",
                    checkpoint.title(),
                    whereabouts(Stream.of(checkpoint), loras.stream()));
            return;
        }
        vae.filter(file -> Collections.disjoint(together, file.presence().keySet()))
                .ifPresent(file -> complaint.about(
                        "vae",
                        "vae.apart",
                        file.title(),
                        checkpoint.title(),
                        whereabouts(Stream.of(file, checkpoint), loras.stream())));
    }

    /** In the words of no language, such as {@code Juggernaut (Atlas, Borealis), Ink (Ceres)}. */
    private String whereabouts(Stream<AvailableModel> first, Stream<AvailableModel> then) {
        return Stream.concat(first, then)
                .map(model -> model.title() + " (" + String.join(", ", catalog.backendsWith(model)) + ")")
                .collect(joining(", "));
    }
}
