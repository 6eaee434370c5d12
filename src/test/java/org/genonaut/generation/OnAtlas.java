package org.genonaut.generation;

import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.simulator.Pause;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A checkpoint that only Atlas has, whose worker stands still where it is told to: so a test says what waits. */
public final class OnAtlas implements AutoCloseable {

    private static final String CHECKPOINT = "house/only_on_atlas_xl.safetensors";

    private final Simulators simulators;
    private final ModelCatalog catalog;
    private final List<Pause> pauses = new ArrayList<>();

    private static final String BUSY = """
            select (select count(job_id) from backend_slot)
              + (select count(*) from generation_job where status = 'waiting' and pool_id > 0)""";

    /** Waits for what other tests left, then adds the checkpoint, which the catalog lets only an administrator do. */
    public OnAtlas(Simulators simulators, ModelCatalog catalog, JdbcClient jdbc) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql(BUSY).query(Integer.class).single() == 0);
        this.simulators = simulators;
        this.catalog = catalog;
        simulators.atlas().script().models().add(ModelFile.checkpoint(CHECKPOINT, Family.SDXL));
        catalog.refresh();
    }

    /** Holds so many runs, one after the other. */
    public List<Pause> hold(int runs) {
        var held = IntStream.range(0, runs)
                .mapToObj(run -> simulators.atlas().script().pauseAtNode("KSampler"))
                .toList();
        pauses.addAll(held);
        return held;
    }

    /** One small picture, unlike any before. */
    public static GenerationDraft draft() {
        return GenerationDraft.of(
                aGeneration().withCheckpoint(CHECKPOINT).ofSize(64, 64).build().withSeed(Seed.random()));
    }

    @Override
    public void close() {
        pauses.forEach(Pause::release);
        simulators.atlas().script().models().remove("checkpoints", CHECKPOINT);
        catalog.refresh();
    }
}
