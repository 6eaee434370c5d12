package org.genonaut.generation.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.WaitingJobs;
import org.springframework.context.ApplicationContext;

/**
 * Plays a fleet over the real queue: each backend runs one job at a time, the job with the least left ends first, and no
 * time passes but in figures.
 */
public final class PlayedFleet {

    private final WaitingJobs waiting;
    private final Claims claims;
    private final JobEnds ends;

    private final Map<BackendId, Running> running = new LinkedHashMap<>();
    private final List<BackendId> backends = new ArrayList<>();
    private final Map<AccountId, Double> ended = new HashMap<>();
    private double now;

    public PlayedFleet(ApplicationContext application) {
        waiting = new WaitingJobs(application);
        claims = application.getBean(Claims.class);
        ends = application.getBean(JobEnds.class);
    }

    record Running(Claim claim, double begin, double end) {}

    /** How long a job really takes, in seconds. */
    public interface Truth {
        double of(Claim claim);
    }

    /** So many backends that have the same model. */
    public UUID withOneModel(int number) {
        for (int i = 0; i < number; i++) {
            backends.add(waiting.backend("Played " + i));
        }
        return model();
    }

    /** One more that all of them have. */
    public UUID model() {
        return waiting.checkpoint(UUID.randomUUID() + ".safetensors", backends.toArray(BackendId[]::new));
    }

    public UUID submit(AccountId account, int jobs, double cost, UUID model) {
        return waiting.enqueueAt(cost, account, jobs, model).value();
    }

    /** Lets every idle backend begin what is next for it, whatever it has loaded. */
    public List<Claim> begin(Truth truth) {
        return begin(truth, Duration.ZERO);
    }

    /** @param load how long each backend takes to load a model */
    public List<Claim> begin(Truth truth, Duration load) {
        var begun = new ArrayList<Claim>();
        if (!load.isZero()) { // As the executor asks: before one backend loads a model, another that has it is asked.
            backends.forEach(
                    backend -> begin(wish(backend, load).sparing(), truth).ifPresent(begun::add));
        }
        backends.forEach(backend -> begin(wish(backend, load), truth).ifPresent(begun::add));
        var idle = backends.stream()
                .filter(backend -> !running.containsKey(backend))
                .toList();
        claims.idle(idle);
        return begun;
    }

    private static ClaimWish wish(BackendId backend, Duration load) {
        return ClaimWish.of(backend, 0, 0, model -> load);
    }

    private Optional<Claim> begin(ClaimWish wish, Truth truth) {
        if (running.containsKey(wish.backend())) {
            return Optional.empty();
        }
        var claim = claims.claim(wish);
        claim.ifPresent(one -> running.put(wish.backend(), new Running(one, now, now + truth.of(one))));
        return claim;
    }

    /** Ends the job that has the least left, if any runs. */
    public Optional<Claim> end() {
        var next = running.values().stream().min(Comparator.comparing(Running::end));
        next.ifPresent(this::complete);
        return next.map(Running::claim);
    }

    /** Ends all that ends until then, and goes on after each end. */
    public void advance(double until, Runnable goOn) {
        while (running.values().stream().anyMatch(job -> job.end() <= until)) {
            end();
            goOn.run();
        }
        now = until;
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

    public double now() {
        return now;
    }

    /** GPU seconds that an account has had until now. */
    public double service(AccountId account) {
        return ended.getOrDefault(account, 0.0)
                + running.values().stream()
                        .filter(job -> job.claim().account().equals(account))
                        .mapToDouble(job -> now - job.begin())
                        .sum();
    }
}
