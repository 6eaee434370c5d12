package org.genonaut.simulator.book;

/**
 * A file that a run made, or found in the cache.
 *
 * @param type {@code output} or {@code temp}
 */
public record ProducedFile(String filename, String subfolder, String type) {}
