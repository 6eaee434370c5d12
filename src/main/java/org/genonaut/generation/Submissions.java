package org.genonaut.generation;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.genonaut.account.AccountId;
import org.genonaut.account.limit.Limits;
import org.genonaut.generation.draft.DraftCheck;
import org.genonaut.generation.queue.Cancels;
import org.genonaut.generation.queue.JobId;
import org.genonaut.generation.queue.JobQueue;
import org.genonaut.generation.queue.NewJobs;
import org.genonaut.generation.queue.QueueFull;
import org.genonaut.generation.queue.TimeOrderedId;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.usage.Accounting;
import org.genonaut.generation.usage.Weights;
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

    /** Factors on the weight of an account. */
    static final double NORMAL_LANE = 1;

    static final double SLOW_LANE = 0.25;

    private final StoredRequests requests;
    private final JobQueue queue;
    private final Cancels cancels;
    private final JdbcClient jdbc;
    private final Accounting accounting;
    private final Weights weights;
    private final Cost costs;
    private final Clock clock;

    Submissions(
            StoredRequests requests,
            JobQueue queue,
            Cancels cancels,
            JdbcClient jdbc,
            Accounting accounting,
            Weights weights,
            Cost costs,
            Clock clock) {
        this.requests = requests;
        this.queue = queue;
        this.cancels = cancels;
        this.jdbc = jdbc;
        this.accounting = accounting;
        this.weights = weights;
        this.costs = costs;
        this.clock = clock;
    }

    /** @throws LimitReached when the account would have more than it may have */
    @Transactional
    GenerationId insert(AccountId account, Limits limits, DraftCheck.Checked checked) {
        var id = new GenerationId(TimeOrderedId.next());
        var parameters = checked.parameters();
        requests.saveAndFlush(new StoredRequest(id, account, parameters, clock.instant()));
        double cost = costs.of(checked);
        double lane = lane(account, limits, parameters, cost);
        weights.set(account, limits);
        try {
            queue.enqueue(jobs(id, account, checked, cost, lane), limits.openJobs());
        } catch (QueueFull full) {
            throw new TooManyOpenJobs(full, limits.openJobs(), parameters.batchCount());
        }
        accounting.charge(account, id.value(), parameters.batchSize());
        return id;
    }

    private double lane(AccountId account, Limits limits, GenerationParameters parameters, double cost) {
        var exceeded = accounting.exceeded(account, limits, parameters.images(), cost * parameters.batchCount());
        return exceeded.isEmpty()
                ? NORMAL_LANE
                : switch (limits.whenExceeded()) {
                    case REFUSE -> throw new QuotaExceeded(exceeded.get());
                    case SLOW_LANE -> SLOW_LANE;
                };
    }

    private static NewJobs jobs(
            GenerationId id, AccountId account, DraftCheck.Checked checked, double cost, double lane) {
        var parameters = checked.parameters();
        var seed = parameters.samplerParams().seed();
        return new NewJobs(
                id.value(),
                account,
                checked.models().stream().map(model -> model.id().value()).collect(toSet()),
                checked.checkpoint().id().value(),
                IntStream.range(0, parameters.batchCount())
                        .mapToObj(number -> seed.plus(number).value())
                        .toList(),
                parameters.work(),
                cost,
                lane);
    }

    /** @return the jobs that run and must be interrupted */
    @Transactional
    List<JobId> cancel(AccountId account, GenerationId id) {
        var running = cancels.cancel(id.value());
        accounting.giveBack(account, id.value());
        return running;
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
