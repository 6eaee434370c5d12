package org.genonaut.simulator.queue;

import java.util.Optional;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A prompt as newer servers tell of it, whether it waits, runs or has run. What is not known is left out.
 *
 * @param item the number, id, graph, extra data and outputs of the prompt
 * @param history its entry in the history, once it has run
 */
record Job(JsonNode item, JobStatus status, Optional<ObjectNode> history) {
    static Job ofHistory(ObjectNode entry) {
        return new Job(entry.get("prompt"), statusOf(entry), Optional.of(entry));
    }

    private static JobStatus statusOf(ObjectNode entry) {
        if (entry.at("/status/completed").booleanValue()) {
            return JobStatus.COMPLETED;
        }
        return message(entry, "execution_interrupted").isPresent() ? JobStatus.CANCELLED : JobStatus.FAILED;
    }

    private static Optional<JsonNode> message(JsonNode entry, String type) {
        return entry.at("/status/messages")
                .valueStream()
                .filter(message -> message.get(0).stringValue().equals(type))
                .map(message -> message.get(1))
                .findFirst();
    }

    String id() {
        return item.get(1).stringValue();
    }

    private JsonNode extraData() {
        return item.get(3);
    }

    /** In milliseconds since 1970, or 0 if the server does not know. */
    long created() {
        return extraData().path("create_time").asLong(0);
    }

    Optional<String> workflowId() {
        return Optional.of(extraData().at("/extra_pnginfo/workflow/id").asString(""))
                .filter(id -> !id.isEmpty());
    }

    /** How long it ran, in milliseconds; 0 while it has not ended. */
    long duration() {
        return ended().orElse(0L) - started().orElse(0L);
    }

    private Optional<Long> started() {
        return history.flatMap(entry -> message(entry, "execution_start"))
                .map(message -> message.get("timestamp").longValue());
    }

    private Optional<Long> ended() {
        return history.map(entry -> entry.at("/status/messages"))
                .map(messages -> messages.get(messages.size() - 1))
                .map(message -> message.at("/1/timestamp").longValue());
    }

    ObjectNode summary() {
        var job = PythonJson.object().put("id", id()).put("status", status.word());
        job.set("priority", item.get(0));
        if (created() > 0) {
            job.put("create_time", created());
        }
        started().ifPresent(time -> job.put("execution_start_time", time));
        ended().ifPresent(time -> job.put("execution_end_time", time));
        history.flatMap(entry -> message(entry, "execution_error"))
                .ifPresent(error -> job.set("execution_error", error));
        job.put("outputs_count", images().size());
        images().valueStream().findFirst().ifPresent(first -> job.set("preview_output", first));
        workflowId().ifPresent(id -> job.put("workflow_id", id));
        return job;
    }

    /** The summary with all that the server knows. */
    ObjectNode details() {
        var job = summary();
        history.ifPresent(entry -> {
            job.set("outputs", entry.get("outputs"));
            job.set("execution_status", entry.get("status"));
            job.set("execution_meta", entry.get("meta"));
        });
        var workflow = job.putObject("workflow");
        workflow.set("prompt", item.get(2));
        workflow.set("extra_data", extraData());
        return job;
    }

    /** Every image of every node, with its node and kind. */
    private JsonNode images() {
        var images = PythonJson.array();
        history.ifPresent(entry -> entry.get("outputs")
                .propertyStream()
                .forEach(output -> output.getValue()
                        .path("images")
                        .forEach(image -> images.add(((ObjectNode) image.deepCopy())
                                .put("nodeId", output.getKey())
                                .put("mediaType", "images")))));
        return images;
    }
}
