package org.genonaut.simulator.control;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that the control API can do.
 *
 * @param path as in {@code /faults}; if it ends in {@code /*}, the action gets what stands there
 */
record Command(String method, String path, String says, Action action) {

    /** What is done; its answer is sent as JSON. */
    interface Action {
        /**
         * @param rest of the path, where the command takes one
         * @param body empty for GET and DELETE
         * @throws Refusal if it cannot be done
         * @throws IllegalArgumentException if something in the body is wrong
         */
        JsonNode run(String rest, ObjectNode body);
    }

    /** What stands at the end of a path that belongs to this command. */
    Optional<String> restOf(String asked) {
        if (!path.endsWith("/*")) {
            return asked.equals(path) ? Optional.of("") : Optional.empty();
        }
        var start = path.substring(0, path.length() - 1);
        return asked.startsWith(start) && asked.length() > start.length()
                ? Optional.of(asked.substring(start.length()))
                : Optional.empty();
    }
}
