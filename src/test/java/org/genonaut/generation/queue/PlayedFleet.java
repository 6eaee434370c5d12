package org.genonaut.generation.queue;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays a fleet over the real queue: each backend runs one job at a time, the job with the least left ends first, and no
 * time passes but in figures.
 */
final class PlayedFleet {

    private static final int NO_LIMIT = 10_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JobQueue queue;
    private final Claims claims;
    private final JobEnds ends;

    private final Map<BackendId, Running> running = new LinkedHashMap<>();
    private final List<BackendId> backends = new ArrayList<>();
    private final Map<AccountId, Double> ended = new HashMap<>();
    private double now;

    PlayedFleet(JdbcClient jdbc, TransactionTemplate transactions, JobQueue queue, Claims claims, JobEnds ends) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.queue = queue;
        this.claims = claims;
        this.ends = ends;
    }

    record Running(Claim claim, double begin, double end) {}

    /** How long a job really takes, in seconds. */
    interface Truth {
        double of(Claim claim);
    }

    /** So many backends that have the same model. */
    UUID withOneModel(int number) {
        var model = UUID.randomUUID();
        jdbc.sql("insert into model (id, type, name, family, title, is_active, trigger_words, metadata, created_at,"
                        + " updated_at, version) values (?, 'checkpoint', ?, 'sdxl', 'x', true, '', '{}',"
                        + " utc_timestamp(6), utc_timestamp(6), 0)")
                .params(model, model + ".safetensors")
                .update();
        for (int i = 0; i < number; i++) {
            backends.add(backend("Played " + i));
            jdbc.sql("insert into model_presence (model_id, backend_id, name, seen_at)"
                            + " values (?, ?, 'x', utc_timestamp(6))")
                    .params(model, backends.getLast().value())
                    .update();
        }
        return model;
    }

    private BackendId backend(String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into backend (id, name, url, origin, enabled, created_at, updated_at, version)"
                        + " values (?, ?, 'http://127.0.0.1:1', 'config', true, utc_timestamp(6), utc_timestamp(6), 0)")
                .params(id, name)
                .update();
        jdbc.sql("insert into backend_slot (backend_id, slot_no) values (?, 0), (?, 1)")
                .params(id, id)
                .update();
        return new BackendId(id);
    }

    UUID submit(AccountId account, int jobs, double cost, UUID model) {
        var request = TimeOrderedId.next();
        var seeds = IntStream.range(0, jobs).mapToObj(BigInteger::valueOf).toList();
        transactions.executeWithoutResult(status -> {
            jdbc.sql("""
                    insert into generation_request (id, account_id, prompt, negative_prompt, checkpoint_model, lora_models,
                      width, height, batch_size, batch_count, seed, steps, cfg, sampler_name, scheduler, denoise,
                      parameters, status, created_at, updated_at)
                    values (?, ?, '', '', 'x', '[]', 64, 64, 1, ?, 0, 1, 1, 'euler', 'normal', 1, '{}', 'pending',
                      utc_timestamp(6), utc_timestamp(6))""").params(request, account.value(), jobs).update();
            queue.enqueue(new NewJobs(request, account, Set.of(model), model, seeds, cost, cost, 1), NO_LIMIT);
        });
        return request;
    }

    /** Lets every idle backend begin what is next for it. */
    List<Claim> begin(Truth truth) {
        var begun = new ArrayList<Claim>();
        for (var backend : backends) {
            if (!running.containsKey(backend)) {
                claims.claim(ClaimWish.of(backend, 0, 0, model -> Duration.ZERO))
                        .ifPresent(claim -> {
                            begun.add(claim);
                            running.put(backend, new Running(claim, now, now + truth.of(claim)));
                        });
            }
        }
        var idle = backends.stream()
                .filter(backend -> !running.containsKey(backend))
                .toList();
        claims.idle(idle);
        return begun;
    }

    /** Ends the job that has the least left, if any runs. */
    Optional<Claim> end() {
        var next = running.values().stream().min(Comparator.comparing(Running::end));
        next.ifPresent(this::complete);
        return next.map(Running::claim);
    }

    private void complete(Running job) {
        now = job.end();
        double took = job.end() - job.begin();
        if (!ends.complete(job.claim(), List.of(), new Measured(seconds(took), Duration.ZERO, false))) {
            throw new IllegalStateException("Nobody else takes jobs");
        }
        running.remove(job.claim().backend());
        ended.merge(job.claim().account(), took, Double::sum);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    double now() {
        return now;
    }

    /** GPU seconds that an account has had until now. */
    double service(AccountId account) {
        return ended.getOrDefault(account, 0.0)
                + running.values().stream()
                        .filter(job -> job.claim().account().equals(account))
                        .mapToDouble(job -> now - job.begin())
                        .sum();
    }
}
