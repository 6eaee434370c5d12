package org.genonaut.generation.queue;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.genonaut.account.AccountId;

/**
 * The jobs of one request, in order: one for each seed.
 *
 * @param files the models that a backend must have to run them
 * @param baseModel the one of them that takes long to load
 * @param work of one job: steps × megapixels × batch
 * @param cost of one job, in about GPU seconds
 * @param lane factor on the weight of their account, such as 0.25 for the slow lane
 */
public record NewJobs(
        UUID request,
        AccountId account,
        Set<UUID> files,
        UUID baseModel,
        List<BigInteger> seeds,
        double work,
        double cost,
        double lane) {

    public NewJobs {
        files = Set.copyOf(files);
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || !files.contains(baseModel) || !(work > 0 && cost > 0 && lane > 0)) {
            throw new IllegalArgumentException(
                    "Jobs have seeds, a base model among their files, work, a cost and a lane");
        }
    }
}
