package org.genonaut.simulator.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.queue.JobQuery;
import org.genonaut.simulator.queue.JobStatus;
import org.genonaut.simulator.run.Engine;
import tools.jackson.databind.JsonNode;

/** Prompts as jobs, which only newer servers know, and only below {@code /api}. */
final class JobRoutes {
    private final Engine engine;

    JobRoutes(Engine engine) {
        this.engine = engine;
    }

    /** A request that cannot be understood, with what is told of it. */
    private static final class BadQuery extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private BadQuery(String message) {
            super(message);
        }
    }

    List<Route> routes() {
        return List.of(
                Route.get("jobs", this::list).onlyBelowApi(),
                Route.post("jobs/cancel", this::cancelSeveral).onlyBelowApi(),
                Route.get("jobs/*", this::show).onlyBelowApi(),
                Route.post("jobs/*/cancel", this::cancel).onlyBelowApi());
    }

    private Answer list(Request request) {
        try {
            return Answer.json(engine.jobs().list(query(request)));
        } catch (BadQuery e) {
            return error(HttpResponseStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private Answer show(Request request) {
        return engine.jobs().find(request.segment(1)).map(Answer::json).orElseGet(JobRoutes::notFound);
    }

    private Answer cancel(Request request) {
        return cancelled(engine.cancel(request.segment(1)));
    }

    /** All or nothing: an unknown id spoils the whole request. */
    private Answer cancelSeveral(Request request) {
        var ids = request.json()
                .path("job_ids")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        if (ids.isEmpty()) {
            return error(HttpResponseStatus.BAD_REQUEST, "job_ids must be a list of job ids");
        }
        if (!ids.stream().allMatch(engine.jobs()::knows)) {
            return notFound();
        }
        return cancelled(ids.stream().filter(engine::cancel).count() > 0);
    }

    private static Answer cancelled(boolean any) {
        return Answer.json(PythonJson.object().put("cancelled", any));
    }

    private static Answer notFound() {
        return error(HttpResponseStatus.NOT_FOUND, "Job not found");
    }

    private static Answer error(HttpResponseStatus status, String text) {
        return Answer.json(status, PythonJson.object().put("error", text));
    }

    private static JobQuery query(Request request) {
        return new JobQuery(
                statuses(request.parameter("status")),
                request.parameter("workflow_id").filter(id -> !id.isEmpty()),
                oneOf(JobQuery.Order.values(), "sort_by", request.parameter("sort_by"), JobQuery.Order.CREATED_AT),
                oneOf(Direction.values(), "sort_order", request.parameter("sort_order"), Direction.DESC)
                        == Direction.DESC,
                number("offset", request.parameter("offset"), 0).orElse(0),
                number("limit", request.parameter("limit"), 1));
    }

    private enum Direction {
        ASC,
        DESC
    }

    private static Set<JobStatus> statuses(Optional<String> wish) {
        if (wish.filter(words -> !words.isEmpty()).isEmpty()) {
            return EnumSet.allOf(JobStatus.class);
        }
        return Arrays.stream(wish.get().split(","))
                .map(word -> JobStatus.of(word.strip()).orElseThrow(() -> new BadQuery("Invalid status: " + word)))
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String name, Optional<String> wish, E usual) {
        return wish.map(word -> Arrays.stream(values)
                        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst()
                        .orElseThrow(() -> new BadQuery("Invalid " + name + ": " + word)))
                .orElse(usual);
    }

    private static Optional<Integer> number(String name, Optional<String> wish, int least) {
        try {
            return wish.map(Integer::valueOf).map(number -> {
                if (number < least) {
                    throw new BadQuery(name + " must be at least " + least);
                }
                return number;
            });
        } catch (NumberFormatException e) {
            throw new BadQuery(name + " must be an integer");
        }
    }
}
