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
 * @param cost of one job, in about GPU seconds
 */
public record NewJobs(
        UUID request, AccountId account, Set<UUID> files, UUID baseModel, List<BigInteger> seeds, double cost) {

    public NewJobs {
        files = Set.copyOf(files);
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || !files.contains(baseModel) || !(cost > 0)) {
            throw new IllegalArgumentException("Jobs have seeds, a base model among their files, and a cost");
        }
    }
}
