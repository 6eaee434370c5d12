package org.genonaut.generation.queue;

import org.jspecify.annotations.Nullable;

/**
 * Why a job came to nothing for good.
 *
 * @param kind a word for the kind of failure
 * @param sentence what a person reads
 * @param details for support
 * @param violations JSON of what the backend refused, field by field; null for nothing of that kind
 * @param unsettled whether the last attempt's prompt may still end at its server, and its result would be taken
 */
public record Failure(
        String kind,
        String sentence,
        String details,
        @Nullable String violations,
        boolean unsettled) {}
