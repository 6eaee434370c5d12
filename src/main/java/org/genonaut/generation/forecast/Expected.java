package org.genonaut.generation.forecast;

import java.time.Instant;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.GenerationId;

/**
 * A job that waits, and the run that it will probably have.
 *
 * @param model its base model
 * @param loads whether that must be loaded for it
 */
public record Expected(
        BackendId backend,
        UUID job,
        GenerationId generation,
        AccountId account,
        UUID model,
        Instant from,
        Instant until,
        boolean loads) {}
