package org.genonaut.generation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.genonaut.account.AccountId;
import org.genonaut.generation.FailureKind;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.ImageId;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.storage.ImageKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemedyTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void proposesThreeQuartersOfTheSizeWhenMemoryRanOut() {
        var remedy = remedy(aGeneration().ofSize(2048, 1536).build(), 0, FailureKind.OUT_OF_MEMORY);

        assertThat(remedy).isInstanceOfSatisfying(Remedy.SmallerSize.class, smaller -> {
            assertThat(smaller.width()).isEqualTo(1536);
            assertThat(smaller.height()).isEqualTo(1152);
        });
    }

    @Test
    void proposesOneAtATimeWhenMemoryRanOutForMany() {
        var remedy = remedy(aGeneration().inBatchesOf(4, 2).build(), 0, FailureKind.OUT_OF_MEMORY, FailureKind.LOST);

        assertThat(remedy).isInstanceOf(Remedy.SmallerBatch.class);
        assertThat(remedy.values().batchSize()).isEqualTo(1);
        assertThat(remedy.values().batchCount()).isEqualTo(8);
    }

    @Test
    void makesOnlyWhatIsMissingAgainWithItsSeeds() {
        var remedy = remedy(aGeneration().inBatchesOf(1, 4).build(), 2, null, null, FailureKind.LOST, FailureKind.LOST);

        assertThat(remedy).isInstanceOf(Remedy.MissingAgain.class);
        assertThat(remedy.values().batchCount()).isEqualTo(2);
        assertThat(remedy.values().seed()).isEqualTo(new Seed(102));
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void proposesSomethingForEveryKind(FailureKind kind) {
        assertThat(remedy(aGeneration().build(), 0, kind).values().prompt()).isNotBlank();
    }

    private static Remedy remedy(GenerationParameters parameters, int images, @Nullable FailureKind... jobs) {
        var generation = new Generation(
                new GenerationId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                parameters,
                GenerationStatus.FAILED,
                "It failed.",
                NOON,
                NOON,
                NOON,
                NOON,
                IntStream.range(0, jobs.length)
                        .mapToObj(number -> job(number, jobs[number]))
                        .toList(),
                IntStream.range(0, images).mapToObj(RemedyTest::image).toList());
        return Remedy.of(generation, generation.failedJob().orElseThrow());
    }

    private static Generation.Job job(int number, @Nullable FailureKind kind) {
        var status = kind == null ? "completed" : "failed";
        return new Generation.Job(
                number, new Seed(100 + number), status, 0, null, "Atlas", kind, null, null, List.of(), false);
    }

    private static GeneratedImage image(int number) {
        return new GeneratedImage(
                new ImageId(UUID.randomUUID()),
                number,
                new Seed(100 + number),
                new ImageKey("2026/11/22/" + number + ".png"),
                "0".repeat(64),
                "image/png",
                1,
                64,
                64);
    }
}
