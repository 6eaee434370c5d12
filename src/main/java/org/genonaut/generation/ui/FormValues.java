package org.genonaut.generation.ui;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Optional;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelType;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.LoraWeight;
import org.genonaut.generation.recipe.Seed;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands in the form, also what takes no part at the moment; null is a field left empty.
 *
 * @param seed null for a random one
 */
record FormValues(
        String prompt,
        String avoid,
        @Nullable String checkpoint,
        List<ChosenLora> loras,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer batchSize,
        int batchCount,
        Sampling sampling,
        @Nullable Seed seed) {

    private static final int FIRST_BATCH_COUNT = 4;

    FormValues {
        loras = List.copyOf(loras);
    }

    /**
     * KSampler's settings but the seed, and what the checkpoint may need beside them; an empty one takes what is usual for
     * the checkpoint.
     *
     * @param vae the catalog's name
     */
    record Sampling(
            @Nullable String samplerName,
            @Nullable String scheduler,
            @Nullable Integer steps,
            @Nullable Double cfg,
            @Nullable Double denoise,
            @Nullable Double guidance,
            @Nullable Integer clipSkip,
            @Nullable String vae) {

        static final Sampling UNTOUCHED = new Sampling(null, null, null, null, null, null, null, null);

        static Sampling of(GenerationParameters parameters) {
            var sampling = parameters.samplerParams();
            return new Sampling(
                    sampling.samplerName(),
                    sampling.scheduler(),
                    sampling.steps(),
                    sampling.cfg(),
                    sampling.denoise(),
                    sampling.guidance(),
                    parameters.clipSkip(),
                    parameters.vae());
        }

        private GenerationDraft.Sampling toDraft(@Nullable Seed seed, boolean guided) {
            return new GenerationDraft.Sampling(
                    seed, steps, cfg, samplerName, scheduler, denoise, guided ? guidance : null);
        }
    }

    /**
     * A LoRA with its strengths; one that is switched off stays in the form.
     *
     * @param name the catalog's name
     */
    record ChosenLora(String name, double strengthModel, double strengthClip, boolean on) {

        static ChosenLora of(LoraWeight weight) {
            return new ChosenLora(weight.name(), weight.strengthModel(), weight.strengthClip(), true);
        }

        ChosenLora switched(boolean toOn) {
            return new ChosenLora(name, strengthModel, strengthClip, toOn);
        }
    }

    /** A form that nobody has touched: every setting is the default of the checkpoint's family. */
    static FormValues untouched(@Nullable String checkpoint) {
        return new FormValues(
                "", "", checkpoint, List.of(), null, null, null, FIRST_BATCH_COUNT, Sampling.UNTOUCHED, null);
    }

    static FormValues of(GenerationParameters parameters) {
        return new FormValues(
                parameters.prompt(),
                parameters.negativePrompt(),
                parameters.checkpointModel(),
                parameters.loraModels().stream().map(ChosenLora::of).toList(),
                parameters.width(),
                parameters.height(),
                parameters.batchSize(),
                parameters.batchCount(),
                Sampling.of(parameters),
                parameters.samplerParams().seed());
    }

    FormValues withSeed(@Nullable Seed other) {
        return new FormValues(prompt, avoid, checkpoint, loras, width, height, batchSize, batchCount, sampling, other);
    }

    FormValues withSize(int otherWidth, int otherHeight) {
        return new FormValues(
                prompt, avoid, checkpoint, loras, otherWidth, otherHeight, batchSize, batchCount, sampling, seed);
    }

    FormValues withBatches(int size, int count) {
        return new FormValues(prompt, avoid, checkpoint, loras, width, height, size, count, sampling, seed);
    }

    /** The same recipe with new seeds, in a batch of the usual count. */
    FormValues varied() {
        return withSeed(null).withBatches(requireNonNullElse(batchSize, 1), FIRST_BATCH_COUNT);
    }

    /** How many images it asks for. */
    int images() {
        return batchCount * Math.max(1, requireNonNullElse(batchSize, 1));
    }

    List<ChosenLora> lorasInUse() {
        return loras.stream().filter(ChosenLora::on).toList();
    }

    /** What takes no part with the chosen checkpoint is left out; it stays in the form for another one. */
    GenerationDraft toDraft(ModelCatalog catalog) {
        var model = Optional.ofNullable(checkpoint).flatMap(name -> catalog.find(ModelType.CHECKPOINT, name));
        var family = model.map(AvailableModel::family).orElse(ModelFamily.OTHER);
        var usual = model.map(AvailableModel::usual).orElseGet(family::usual);
        return new GenerationDraft(
                prompt,
                family.takesNegativePrompt() ? avoid : "",
                checkpoint,
                sampling.vae(),
                lorasInUse().stream()
                        .map(lora -> new GenerationDraft.Lora(lora.name(), lora.strengthModel(), lora.strengthClip()))
                        .toList(),
                family.hasOpenTextEncoder() ? sampling.clipSkip() : null,
                width,
                height,
                batchSize,
                batchCount,
                sampling.toDraft(seed, usual.takesGuidance()));
    }
}
