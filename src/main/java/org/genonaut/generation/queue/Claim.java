package org.genonaut.generation.queue;

import java.math.BigInteger;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;

/**
 * The right to act for a job, as long as its token is the job's.
 *
 * @param number of the job in its request, from 0
 * @param baseModel the model that takes long to load
 * @param work steps × megapixels × batch
 * @param cost that is expected, in GPU seconds
 * @param resumed whether another node, or we before a restart, may have posted the attempt already
 */
public record Claim(
        JobId job,
        UUID request,
        AccountId account,
        int number,
        BigInteger seed,
        BackendId backend,
        UUID baseModel,
        double work,
        double cost,
        UUID token,
        Attempt attempt,
        boolean resumed) {

    /**
     * One POST to ComfyUI; its ids are stored before it is sent.
     *
     * @param number of the attempt, from 1
     */
    public record Attempt(UUID id, int number, UUID promptId, String clientId, String filenamePrefix) {}
}
