package org.genonaut.generation;

import static java.util.stream.Collectors.toSet;

import java.math.BigInteger;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.queue.JobQueue;
import org.genonaut.generation.queue.NewJobs;
import org.genonaut.generation.queue.TimeOrderedId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts backends, models and jobs into the database, where no server need exist. */
public final class WaitingJobs {

    private static final int NO_LIMIT = 1_000_000;

    private final JobQueue queue;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public WaitingJobs(ApplicationContext application) {
        queue = application.getBean(JobQueue.class);
        jdbc = application.getBean(JdbcClient.class);
        transactions = application.getBean(TransactionTemplate.class);
    }

    public GenerationId enqueue(AccountId account, int jobs, double work, UUID... files) {
        return enqueue(account, jobs, NO_LIMIT, work, files);
    }

    /** @param limit of open jobs */
    public GenerationId enqueue(AccountId account, int jobs, int limit, double work, UUID... files) {
        return enqueue(account, jobs, limit, work, work / 5, files);
    }

    /** @param cost of each, by which its account's share is counted */
    public GenerationId enqueueAt(double cost, AccountId account, int jobs, UUID... files) {
        return enqueue(account, jobs, NO_LIMIT, cost, cost, files);
    }

    private GenerationId enqueue(AccountId account, int jobs, int limit, double work, double cost, UUID... files) {
        var request = TimeOrderedId.next();
        var seeds = IntStream.range(0, jobs).mapToObj(BigInteger::valueOf).toList();
        transactions.executeWithoutResult(status -> {
            insertRequest(request, account, jobs);
            var models = Stream.of(files).collect(toSet());
            queue.enqueue(new NewJobs(request, account, models, files[0], seeds, work, cost, 1), limit);
        });
        return new GenerationId(request);
    }

    private void insertRequest(UUID request, AccountId account, int jobs) {
        jdbc.sql("""
                insert into generation_request (id, account_id, prompt, negative_prompt, checkpoint_model, lora_models,
                  width, height, batch_size, batch_count, seed, steps, cfg, sampler_name, scheduler, denoise, parameters,
                  status, created_at, updated_at)
                values (?, ?, '', '', 'x', '[]', 640, 512, 1, ?, 0, 1, 1, 'euler', 'normal', 1, '{}', 'pending',
                  utc_timestamp(6), utc_timestamp(6))""").params(request, account.value(), jobs).update();
    }

    public BackendId backend(String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into backend (id, name, url, origin, enabled, created_at, updated_at, version)"
                        + " values (?, ?, 'http://127.0.0.1:1', 'config', true, utc_timestamp(6), utc_timestamp(6), 0)")
                .params(id, name)
                .update();
        for (int slot = 0; slot < 3; slot++) {
            jdbc.sql("insert into backend_slot (backend_id, slot_no) values (?, ?)")
                    .params(id, slot)
                    .update();
        }
        return new BackendId(id);
    }

    public UUID checkpoint(String name, BackendId... backends) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into model (id, type, name, family, title, is_active, trigger_words, metadata, created_at,"
                        + " updated_at, version) values (?, 'checkpoint', ?, 'sdxl', ?, true, '', '{}',"
                        + " utc_timestamp(6), utc_timestamp(6), 0)")
                .params(id, name, name)
                .update();
        for (var backend : backends) {
            present(id, backend);
        }
        return id;
    }

    /** The backend has the model from now on. */
    public void present(UUID model, BackendId backend) {
        jdbc.sql("insert into model_presence (model_id, backend_id, name, seen_at)"
                        + " values (?, ?, 'x', utc_timestamp(6))")
                .params(model, backend.value())
                .update();
    }

    /** How far a request is. */
    public String status(UUID request) {
        return jdbc.sql("select status from generation_request where id = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    /** How many jobs of an account have not ended. */
    public int open(AccountId account) {
        return jdbc.sql("select open_jobs from queue_flow where account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .single();
    }
}
