package org.genonaut.generation;

import org.genonaut.generation.recipe.Seed;
import org.genonaut.storage.ImageKey;

/**
 * One image of a generation.
 *
 * @param number in its generation, from 0; stable, with gaps where a job failed
 * @param width pixels of the original
 * @param height pixels of the original
 * @param bytes of the original
 * @param sha256 of the original, 64 hexadecimal digits
 */
public record GeneratedImage(
        ImageId id,
        int number,
        Seed seed,
        ImageKey key,
        String sha256,
        String mediaType,
        long bytes,
        int width,
        int height) {}
