package org.genonaut.generation.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.generation.Generation;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.LoraWeight;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A generation as the API answers it.
 *
 * @param vae null for the checkpoint's own
 * @param comfyuiPromptId of the newest attempt of the first job
 * @param outputPaths of the originals made so far
 * @param progress 0 to 1
 * @param lane {@code slow} when a quota was spent, so that it waits longer; else {@code normal}
 * @param queue where it stands; null when nothing of it waits
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record GenerationBody(
        String id,
        String user,
        String prompt,
        String negativePrompt,
        String checkpointModel,
        @Nullable String vae,
        List<Lora> loraModels,
        int clipSkip,
        int width,
        int height,
        int batchSize,
        int batchCount,
        Sampling samplerParams,
        String status,
        String lane,
        double progress,
        @Nullable Queue queue,
        @Nullable String error,
        @Nullable String comfyuiPromptId,
        List<String> outputPaths,
        List<String> thumbnailPaths,
        List<Job> jobs,
        List<Image> images,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static GenerationBody of(Generation generation, String user, double progress, @Nullable Queue queue) {
        var parameters = generation.parameters();
        var images = generation.images().stream()
                .map(image -> Image.of(generation, image))
                .toList();
        return new GenerationBody(
                generation.id().toString(),
                user,
                parameters.prompt(),
                parameters.negativePrompt(),
                parameters.checkpointModel(),
                parameters.vae(),
                parameters.loraModels().stream().map(Lora::of).toList(),
                parameters.clipSkip(),
                parameters.width(),
                parameters.height(),
                parameters.batchSize(),
                parameters.batchCount(),
                Sampling.of(parameters),
                generation.status().word(),
                generation.slowLane() ? "slow" : "normal",
                progress,
                queue,
                generation.error(),
                generation.jobs().isEmpty()
                        ? null
                        : generation.jobs().getFirst().promptId(),
                images.stream().map(Image::path).toList(),
                images.stream().map(Image::thumbnailPath).toList(),
                generation.jobs().stream().map(Job::of).toList(),
                images,
                generation.createdAt(),
                generation.updatedAt(),
                generation.startedAt(),
                generation.finishedAt());
    }

    /**
     * Where the first of its jobs that waits stands.
     *
     * @param position 1 is next; null while it has none
     * @param positionIsExact false: there are so many before it at least
     * @param startsEarliest four of five begin between this and the latest; null when nobody can say
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Queue(
            @Nullable Integer position,
            boolean positionIsExact,
            @Nullable Instant startsEarliest,
            @Nullable Instant startsLatest,
            Reason why) {

        static Queue of(Receipt receipt) {
            var position = receipt.position();
            var starts = receipt.starts();
            return new Queue(
                    position == null ? null : position.number(),
                    position != null && position.exact(),
                    starts == null ? null : starts.earliest(),
                    starts == null ? null : starts.latest(),
                    new Reason(receipt.why().kind(), receipt.why().sentence(Locale.ENGLISH, ZoneOffset.UTC)));
        }
    }

    /** @param text one sentence; times in it are UTC */
    record Reason(String kind, String text) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Lora(String name, double strengthModel, double strengthClip) {

        static Lora of(LoraWeight lora) {
            return new Lora(lora.name(), lora.strengthModel(), lora.strengthClip());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Sampling(
            Seed seed,
            int steps,
            double cfg,
            String samplerName,
            String scheduler,
            double denoise,
            @Nullable Double guidance) {

        static Sampling of(GenerationParameters parameters) {
            SamplerParams sampling = parameters.samplerParams();
            return new Sampling(
                    sampling.seed(),
                    sampling.steps(),
                    sampling.cfg(),
                    sampling.samplerName(),
                    sampling.scheduler(),
                    sampling.denoise(),
                    sampling.guidance());
        }
    }

    /**
     * One ComfyUI prompt of it.
     *
     * @param violations what the backend refused, field by field
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Job(
            int number,
            Seed seed,
            String status,
            @Nullable String comfyuiPromptId,
            @Nullable String backend,
            @Nullable String failureKind,
            @Nullable String error,
            List<FieldProblem> violations) {

        static Job of(Generation.Job job) {
            var kind = job.failureKind();
            return new Job(
                    job.number(),
                    job.seed(),
                    job.status(),
                    job.promptId(),
                    job.backend(),
                    kind == null ? null : kind.word(),
                    job.failure(),
                    job.violations().stream().map(FieldProblem::of).toList());
        }
    }

    /** One image of it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Image(
            String id,
            int number,
            Seed seed,
            int width,
            int height,
            String mediaType,
            long bytes,
            String sha256,
            String path,
            String thumbnailPath) {

        static Image of(Generation generation, GeneratedImage image) {
            var base = "/api/generation/" + generation.id();
            return new Image(
                    image.id().toString(),
                    image.number(),
                    image.seed(),
                    image.width(),
                    image.height(),
                    image.mediaType(),
                    image.bytes(),
                    image.sha256(),
                    base + "/images/" + image.number(),
                    base + "/thumbnails/" + image.number());
        }
    }
}
