package org.genonaut.generation.queue;

import java.math.BigInteger;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One image that a job made.
 *
 * @param position in the job's batch, from 0
 * @param number in the request, from 0: job number × batch size + position
 * @param sha256 of the original's bytes, 32 of them
 */
public record JobImage(
        UUID id,
        int position,
        int number,
        BigInteger seed,
        String storageKey,
        byte[] sha256,
        String mediaType,
        long bytes,
        int width,
        int height) {

    private static final String INSERT = """
            insert into generation_image (id, account_id, request_id, job_id, position, number, seed, storage_key, sha256,
              media_type, bytes, width, height, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, utc_timestamp(6))""";

    void insert(JdbcClient jdbc, Claim claim) {
        jdbc.sql(INSERT)
                .params(
                        id,
                        claim.account().value(),
                        claim.request(),
                        claim.job().value(),
                        position,
                        number,
                        seed,
                        storageKey,
                        sha256,
                        mediaType,
                        bytes,
                        width,
                        height)
                .update();
    }
}
