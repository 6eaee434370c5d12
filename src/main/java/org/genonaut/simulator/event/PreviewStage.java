package org.genonaut.simulator.event;

/** A preview goes out before the {@code progress} event with its metadata, or after it without: never both. */
public enum PreviewStage {
    WITH_METADATA,
    BARE
}
