package org.genonaut.gallery;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.genonaut.account.Account;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.ImageId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes finished generations with their images into the tables, at any time of history; no bytes are stored. */
public final class StoredPictures {

    private static final String RECIPE = """
            {"version": 1, "parameters": {"prompt": "%s", "negative_prompt": "text", "checkpoint_model": "sdxl/atlas.safetensors",
             "lora_models": [{"name": "ink.safetensors", "strength_model": 0.8, "strength_clip": 0.8}],
             "width": %d, "height": %d, "batch_size": 1, "batch_count": %d,
             "sampler_params": {"seed": 18446744073709551610, "steps": 30, "cfg": 6.5, "sampler_name": "euler",
                                "scheduler": "normal", "denoise": 1.0}}}""";

    /** Of all tests of a run, because not each of them empties the tables. */
    private static final AtomicLong NUMBER = new AtomicLong();

    private final JdbcClient jdbc;

    public StoredPictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A generation with its images, the newest image first. */
    public record Stored(GenerationId generation, List<ImageId> images) {

        public ImageId newest() {
            return images.getFirst();
        }
    }

    /** One image of one generation, a millisecond after the one stored before at the same time. */
    public ImageId one(Account owner, Instant at) {
        return generation(owner, at, "a lighthouse", 1216, 832, 1).newest();
    }

    public Stored generation(Account owner, Instant at, String prompt, int width, int height, int images) {
        var request = id(at);
        insertRequest(owner, request, at, prompt, width, height, images);
        var stored = new ArrayList<ImageId>();
        for (int image = 0; image < images; image++) {
            var job = id(at);
            insertJob(owner, request, job, at, image);
            var id = id(at);
            insertImage(owner, request, job, id, at, image, width, height);
            stored.addFirst(new ImageId(id));
        }
        return new Stored(new GenerationId(request), stored);
    }

    /** Time-ordered, and in the order in which they are asked for within one millisecond. */
    private UUID id(Instant at) {
        long count = NUMBER.incrementAndGet();
        return new UUID((at.toEpochMilli() << 16) | 0x7000L | (count >>> 12 & 0xFFF), 0x8000000000000000L | count);
    }

    private void insertRequest(Account owner, UUID id, Instant at, String prompt, int width, int height, int images) {
        jdbc.sql("""
                        insert into generation_request (id, account_id, prompt, negative_prompt, checkpoint_model,
                          lora_models, width, height, batch_size, batch_count, seed, steps, cfg, sampler_name, scheduler,
                          denoise, parameters, status, created_at, updated_at, started_at, finished_at)
                        values (?, ?, ?, 'text', 'sdxl/atlas.safetensors', '[]', ?, ?, 1, ?, 18446744073709551610, 30, 6.5,
                          'euler', 'normal', 1, ?, 'completed', ?, ?, ?, ?)""")
                .params(id, owner.id().value(), prompt, width, height, images)
                .params(RECIPE.formatted(prompt, width, height, images), at, at, at, at)
                .update();
    }

    /** Each in a row of its own unless it is there: what collides with the rows of others must fail, not be left out. */
    private void insertRequirementAndBackend(Instant at) {
        jdbc.sql("insert into requirement (id, hash) select 1, 'stored pictures'"
                        + " where not exists (select 1 from requirement where id = 1)")
                .update();
        jdbc.sql("""
                        insert into backend (id, name, url, origin, enabled, created_at, updated_at, version)
                        select '00000000-0000-0000-0000-000000000001', 'Atlas of the pictures', 'http://127.0.0.1:9/stored',
                          'admin', false, ?, ?, 0
                        where not exists
                          (select 1 from backend where id = '00000000-0000-0000-0000-000000000001')""").params(at, at).update();
    }

    private void insertJob(Account owner, UUID request, UUID job, Instant at, int number) {
        insertRequirementAndBackend(at);
        jdbc.sql("""
                        insert into generation_job (id, request_id, number, seed, status, account_id, requirement_id,
                          pool_id, base_model_id, tag, cost, attempts, created_at, started_at, finished_at)
                        values (?, ?, ?, 18446744073709551610, 'completed', ?, 1, 0, ?, 0, 1, 1, ?, ?, ?)""")
                .params(job, request, number, owner.id().value(), request, at, at, at)
                .update();
        jdbc.sql("""
                        insert into generation_attempt (id, job_id, number, backend_id, prompt_id, client_id,
                          filename_prefix, claim_token, created_at, posted_at, ended_at, outcome)
                        values (?, ?, 1, '00000000-0000-0000-0000-000000000001', ?, 'client', 'prefix', ?, ?, ?, ?,
                          'success')""")
                .params(id(at), job, id(at), id(at), at, at, at.plus(Duration.ofMillis(5400)))
                .update();
    }

    private void insertImage(
            Account owner, UUID request, UUID job, UUID id, Instant at, int number, int width, int height) {
        jdbc.sql("""
                        insert into generation_image (id, account_id, request_id, job_id, position, number, seed,
                          storage_key, sha256, media_type, bytes, width, height, created_at)
                        values (?, ?, ?, ?, 0, ?, ?, ?, 'x', 'image/png', 1900000, ?, ?, ?)""")
                .params(id, owner.id().value(), request, job, number)
                .params(BigInteger.valueOf(42 + number), "2026/11/22/" + id + ".png", width, height, at)
                .update();
    }
}
