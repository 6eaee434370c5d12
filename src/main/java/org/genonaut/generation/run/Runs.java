package org.genonaut.generation.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.queue.JobId;
import org.springframework.stereotype.Component;

/** What this node is working on. */
@Component
class Runs {

    private final Map<JobId, Run> byJob = new ConcurrentHashMap<>();

    void add(Run run) {
        byJob.put(run.claim().job(), run);
    }

    /** A job may have come back to us under another claim in the meantime. */
    void remove(Run run) {
        byJob.remove(run.claim().job(), run);
    }

    Collection<Run> all() {
        return List.copyOf(byJob.values());
    }

    Optional<Run> of(JobId job) {
        return Optional.ofNullable(byJob.get(job));
    }

    List<Run> on(BackendId backend) {
        return byJob.values().stream()
                .filter(run -> run.claim().backend().equals(backend))
                .toList();
    }
}
