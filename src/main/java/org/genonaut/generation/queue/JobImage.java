package org.genonaut.generation.queue;

import java.math.BigInteger;
import java.util.UUID;

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
        int height) {}
