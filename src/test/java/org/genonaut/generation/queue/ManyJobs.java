package org.genonaut.generation.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.WaitingJobs;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a queue fast: 500 accounts, 8 backends, 79 models of which each is on other backends than the rest, and of which
 * the first backend has 8. Pools and requirements come about as they do for people.
 */
public final class ManyJobs {

    public static final int ACCOUNTS = 500;
    private static final int BACKENDS = 8;
    private static final int MODELS = 79;
    private static final int MODELS_OF_THE_FIRST = 8;

    private static final String ID = "cast(concat(lpad(hex(%s), 8, '0'), '-0000-7000-8000-%012d') as uuid)";

    private final JdbcClient jdbc;
    private final WaitingJobs waiting;
    private final List<BackendId> backends = new ArrayList<>();
    private final List<UUID> models = new ArrayList<>();

    public ManyJobs(ApplicationContext context) {
        jdbc = context.getBean(JdbcClient.class);
        waiting = new WaitingJobs(context);
    }

    /** @param status of the jobs by their number, as an SQL expression of seq */
    public void fill(int jobs, String status) {
        jdbc.sql("insert into account (id, name, display_name, role, enabled, created_at, updated_at, version) select "
                        + ID.formatted("seq", 1) + ", concat('many-', seq), 'x', 'member', true, utc_timestamp(6),"
                        + " utc_timestamp(6), 0 from seq_0_to_" + (ACCOUNTS - 1))
                .update();
        for (int i = 0; i < BACKENDS; i++) {
            backends.add(waiting.backend("Many " + i));
        }
        for (int i = 0; i < MODELS; i++) {
            models.add(model(i));
            submit(account(i), models.getLast());
        }
        requests(jobs);
        jobs(jobs, status);
        attemptsAndImages();
        jdbc.sql("insert into queue_flow (account_id, finish, open_jobs) select account_id, max(tag) + 5, count(*)"
                        + " from generation_job group by account_id"
                        + " on duplicate key update finish = values(finish), open_jobs = values(open_jobs)")
                .update();
        jdbc.sql("analyze table generation_job, generation_request, generation_attempt, generation_image, requirement,"
                        + " requirement_file, backend_pool, backend_slot, backend, queue_flow, account")
                .query()
                .listOfRows();
    }

    private UUID model(int number) {
        var there = IntStream.range(0, BACKENDS)
                .filter(backend -> hasModel(backend, number))
                .mapToObj(backends::get)
                .toArray(BackendId[]::new);
        return waiting.checkpoint("many-" + number + ".safetensors", there);
    }

    /** Each model on another set of backends: the bits of its number say which. */
    private static boolean hasModel(int backend, int number) {
        return backend == 0 ? number < MODELS_OF_THE_FIRST : (number + 1 >> backend - 1 & 1) == 1;
    }

    /** A new request of one job. */
    public UUID submit(AccountId account, UUID model) {
        return waiting.enqueueAt(5, account, 1, model).value();
    }

    private void requests(int number) {
        jdbc.sql("""
                insert into generation_request (id, account_id, prompt, negative_prompt, checkpoint_model, lora_models, width,
                  height, batch_size, batch_count, seed, steps, cfg, sampler_name, scheduler, denoise, parameters, status,
                  created_at, updated_at)
                select %s, %s, '', '', 'x', '[]', 64, 64, 1, 1, 0, 1, 1, 'euler', 'normal', 1, '{}', 'pending',
                  utc_timestamp(6), utc_timestamp(6) from seq_1_to_%d""".formatted(ID.formatted("seq", 2), ID.formatted("seq % " + ACCOUNTS, 1), number))
                .update();
    }

    private void jobs(int number, String status) {
        jdbc.sql("""
                insert into generation_job (id, request_id, number, seed, status, account_id, requirement_id, pool_id,
                  base_model_id, tag, cost, work, lane, attempts, not_before, created_at)
                select %s, %s, 0, seq, %s, %s, q.id, q.pool_id, q.file_id, (seq div %d) * 5, 5, 5, 1, 0,
                  utc_timestamp(6) + interval 1 hour, utc_timestamp(6)
                  from seq_1_to_%d join
                  (select r.id, r.pool_id, f.file_id, row_number() over (order by r.id) - 1 place
                     from requirement r join requirement_file f on f.requirement_id = r.id) q on q.place = seq %% %d""".formatted(
                                ID.formatted("seq", 3),
                                ID.formatted("seq", 2),
                                status,
                                ID.formatted("seq % " + ACCOUNTS, 1),
                                ACCOUNTS,
                                number,
                                MODELS))
                .update();
    }

    private void attemptsAndImages() {
        jdbc.sql("""
                insert into generation_attempt (id, job_id, number, backend_id, prompt_id, client_id, filename_prefix,
                  claim_token, created_at, ended_at, outcome)
                select uuid(), id, 1, if(seed % 2, ?, ?), uuid(), 'x', 'x', uuid(), created_at, utc_timestamp(6), 'completed'
                  from generation_job where status in ('completed', 'failed')""").params(backends.get(0).value(), backends.get(1).value()).update();
        jdbc.sql("""
                insert into generation_image (id, account_id, request_id, job_id, position, number, seed, storage_key, sha256,
                  media_type, bytes, width, height, created_at)
                select id, account_id, request_id, id, 0, 0, 1, id, '', 'image/png', 1, 64, 64, created_at
                  from generation_job where status = 'completed'""").update();
    }

    public static AccountId account(int number) {
        return new AccountId(UUID.fromString("%08x-0000-7000-8000-%012d".formatted(number, 1)));
    }

    /** The request of the job with this number, from 1. */
    public static UUID request(int number) {
        return UUID.fromString("%08x-0000-7000-8000-%012d".formatted(number, 2));
    }

    public List<BackendId> backends() {
        return List.copyOf(backends);
    }

    public List<UUID> models() {
        return List.copyOf(models);
    }
}
