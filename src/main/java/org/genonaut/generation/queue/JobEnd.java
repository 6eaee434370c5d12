package org.genonaut.generation.queue;

import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;

/**
 * A job that is open no more.
 *
 * @param work steps × megapixels × batch
 * @param cost that was expected, in GPU seconds
 * @param images that it left
 */
public record JobEnd(
        JobId job,
        UUID request,
        AccountId account,
        BackendId backend,
        UUID baseModel,
        double work,
        double cost,
        Outcome outcome,
        Measured measured,
        int images) {

    /** How it ended. */
    public enum Outcome {
        COMPLETED,
        FAILED,
        CANCELLED
    }
}
