package org.genonaut.generation;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.genonaut.account.AccountId;
import org.genonaut.generation.draft.DraftCheck;
import org.genonaut.generation.draft.GenerationLimits;
import org.genonaut.generation.queue.Cancels;
import org.genonaut.generation.queue.JobId;
import org.genonaut.generation.queue.JobQueue;
import org.genonaut.generation.queue.NewJobs;
import org.genonaut.generation.queue.QueueFull;
import org.genonaut.generation.queue.TimeOrderedId;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what a member wants: a request with its jobs, a wish to cancel, a way to the trash. Each is one transaction, tried
 * again when it was locked out by another.
 */
@Component
@Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 4, delay = 10, jitter = 10)
class Submissions {

    private final StoredRequests requests;
    private final JobQueue queue;
    private final Cancels cancels;
    private final JdbcClient jdbc;
    private final GenerationLimits limits;
    private final Clock clock;

    Submissions(
            StoredRequests requests,
            JobQueue queue,
            Cancels cancels,
            JdbcClient jdbc,
            GenerationLimits limits,
            Clock clock) {
        this.requests = requests;
        this.queue = queue;
        this.cancels = cancels;
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws TooManyOpenJobs when the account would have more than it may have */
    @Transactional
    GenerationId insert(AccountId account, DraftCheck.Checked checked) {
        var id = new GenerationId(TimeOrderedId.next());
        var parameters = checked.parameters();
        requests.saveAndFlush(new StoredRequest(id, account, parameters, clock.instant()));
        var seed = parameters.samplerParams().seed();
        var jobs = new NewJobs(
                id.value(),
                account,
                checked.models().stream().map(model -> model.id().value()).collect(toSet()),
                checked.checkpoint().id().value(),
                IntStream.range(0, parameters.batchCount())
                        .mapToObj(number -> seed.plus(number).value())
                        .toList(),
                parameters.work(),
                Cost.estimate(parameters, checked.checkpoint().family()),
                1);
        try {
            queue.enqueue(jobs, limits.openJobs());
        } catch (QueueFull full) {
            throw new TooManyOpenJobs(limits.openJobs(), full);
        }
        return id;
    }

    /** @return the jobs that run and must be interrupted */
    @Transactional
    List<JobId> cancel(GenerationId id) {
        return cancels.cancel(id.value());
    }

    /** @return false when it is there already */
    @Transactional
    boolean trash(AccountId account, GenerationId id) {
        boolean moved = jdbc.sql("update generation_request set trashed_at = utc_timestamp(6)"
                                + " where id = ? and account_id = ? and trashed_at is null"
                                + " and status in ('completed', 'failed', 'cancelled')")
                        .params(id.value(), account.value())
                        .update()
                == 1;
        if (moved) {
            jdbc.sql("update generation_image set trashed_at = utc_timestamp(6)"
                            + " where request_id = ? and trashed_at is null")
                    .param(id.value())
                    .update();
        }
        return moved;
    }
}
