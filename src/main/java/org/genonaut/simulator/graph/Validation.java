package org.genonaut.simulator.graph;

import java.util.List;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.node.ObjectNode;

/** What became of the validation of a prompt. */
public sealed interface Validation {
    /** What is wrong with single nodes, by node id; accepted prompts may have some too. */
    ObjectNode nodeErrors();

    /** At least one output can be made; the outputs with errors are left out. */
    record Accepted(List<String> outputs, ObjectNode nodeErrors) implements Validation {
        public Accepted {
            outputs = List.copyOf(outputs);
        }
    }

    /** Nothing can be made. */
    record Refused(ObjectNode error, ObjectNode nodeErrors) implements Validation {
        static Refused because(String type, String message, String details) {
            return because(type, message, details, PythonJson.object());
        }

        static Refused because(String type, String message, String details, ObjectNode nodeErrors) {
            return new Refused(NodeErrors.error(type, message, details, PythonJson.object()), nodeErrors);
        }
    }
}
