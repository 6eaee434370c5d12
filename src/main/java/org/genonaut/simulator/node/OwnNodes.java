package org.genonaut.simulator.node;

import java.util.Optional;

/** Nodes that only simulators have: with them a graph alone can provoke what is rare elsewhere. */
final class OwnNodes {
    private OwnNodes() {}

    static NodeOutcome steps(NodeCall call) throws InterruptedException {
        var steps = call.integer("steps");
        for (var step = 1; step <= steps; step++) {
            call.work(call.real("seconds"));
            call.step(step, steps, Optional.empty());
        }
        return image(call);
    }

    static NodeOutcome raise(NodeCall call) {
        throw switch (call.text("kind")) {
            case "oom" -> new NodeException(NodeFailure.outOfMemoryAt("SimulatorRaise"));
            case "value" -> NodeException.of("ValueError", "simulated value error");
            default -> NodeException.of("RuntimeError", "simulated runtime error");
        };
    }

    static NodeOutcome block(NodeCall call) {
        return NodeOutcome.of(
                new Value.Blocked(Optional.of(call.text("message")).filter(text -> !text.isEmpty())));
    }

    static NodeOutcome text(NodeCall call) {
        call.say(call.text("text"));
        return image(call);
    }

    private static NodeOutcome image(NodeCall call) {
        return NodeOutcome.of(call.linked("image", Value.Images.class));
    }
}
