package org.genonaut.simulator.queue;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.node.ObjectNode;

/** The prompts of a server as jobs, from queue and history together. */
public final class JobBoard {
    private final PromptQueue queue;
    private final History history;

    public JobBoard(PromptQueue queue, History history) {
        this.queue = queue;
        this.history = history;
    }

    /** One job with everything, or empty if the server does not know it. */
    public Optional<ObjectNode> find(String promptId) {
        return Optional.ofNullable(jobs().get(promptId)).map(Job::details);
    }

    /** Whether a prompt of this id waits, runs or has run. */
    public boolean knows(String promptId) {
        return jobs().containsKey(promptId);
    }

    /** A page of jobs. */
    public ObjectNode list(JobQuery query) {
        var found = jobs().values().stream()
                .filter(job -> query.statuses().contains(job.status()))
                .filter(job ->
                        query.workflowId().isEmpty() || query.workflowId().equals(job.workflowId()))
                .sorted(order(query))
                .toList();
        var page = found.stream()
                .skip(query.offset())
                .limit(query.limit().orElse(Integer.MAX_VALUE))
                .map(Job::summary)
                .toList();
        return page(query, found.size(), page);
    }

    private static Comparator<Job> order(JobQuery query) {
        var ascending = switch (query.order()) {
            case CREATED_AT -> Comparator.comparingLong(Job::created);
            case EXECUTION_DURATION -> Comparator.comparingLong(Job::duration);
        };
        return query.descending() ? ascending.reversed() : ascending;
    }

    private static ObjectNode page(JobQuery query, int total, Collection<ObjectNode> jobs) {
        var answer = PythonJson.object();
        answer.putArray("jobs").addAll(jobs);
        var pagination = answer.putObject("pagination").put("offset", query.offset());
        query.limit().ifPresentOrElse(limit -> pagination.put("limit", limit), () -> pagination.putNull("limit"));
        pagination.put("total", total).put("has_more", query.offset() + jobs.size() < total);
        return answer;
    }

    /** The queue is read first, so that a prompt that ends meanwhile is not missed; then the history knows better. */
    private Map<String, Job> jobs() {
        var jobs = new LinkedHashMap<String, Job>();
        queue.running()
                .map(item -> new Job(item.toJson(), JobStatus.IN_PROGRESS, Optional.empty()))
                .ifPresent(job -> jobs.put(job.id(), job));
        queue.waiting().stream()
                .map(item -> new Job(item.toJson(), JobStatus.PENDING, Optional.empty()))
                .forEach(job -> jobs.put(job.id(), job));
        history.entries().stream().map(Job::ofHistory).forEach(job -> jobs.put(job.id(), job));
        return jobs;
    }
}
