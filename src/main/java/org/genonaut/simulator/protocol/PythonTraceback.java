package org.genonaut.simulator.protocol;

import tools.jackson.databind.node.ArrayNode;

/** The lines that tell where in a server's code an exception came from; its files exist on no disk. */
public final class PythonTraceback {
    private PythonTraceback() {}

    public static ArrayNode ofValidation() {
        return PythonJson.array()
                .add(frame("simulator/execution.py", 700, "validate_inputs", "check = valid(prompt, source)"))
                .add(frame("simulator/execution.py", 640, "validate_inputs", "source_class = prompt[source]"));
    }

    /** The frames from the worker down to a node. */
    public static ArrayNode ofNode(String classType) {
        return PythonJson.array()
                .add(frame("simulator/execution.py", 510, "execute", "results = await run(node)"))
                .add(frame("simulator/execution.py", 330, "run", "results = call(node)"))
                .add(frame("simulator/nodes.py", 120, classType, "return self.work(inputs)"));
    }

    private static String frame(String file, int line, String function, String source) {
        return "  File \"%s\", line %d, in %s\n    %s\n".formatted(file, line, function, source);
    }
}
