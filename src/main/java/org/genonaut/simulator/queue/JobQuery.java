package org.genonaut.simulator.queue;

import java.util.Optional;
import java.util.Set;

/**
 * Which jobs to list.
 *
 * @param statuses in these only
 * @param workflowId made from this workflow only
 * @param offset how many to leave out
 * @param limit how many to show at most
 */
public record JobQuery(
        Set<JobStatus> statuses,
        Optional<String> workflowId,
        Order order,
        boolean descending,
        int offset,
        Optional<Integer> limit) {
    /** What jobs are sorted by. */
    public enum Order {
        CREATED_AT,
        EXECUTION_DURATION
    }

    public JobQuery {
        statuses = Set.copyOf(statuses);
    }
}
