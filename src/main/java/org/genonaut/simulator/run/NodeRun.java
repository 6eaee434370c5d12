package org.genonaut.simulator.run;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.genonaut.simulator.graph.Link;
import org.genonaut.simulator.graph.NodeType;
import org.genonaut.simulator.image.Frame;
import org.genonaut.simulator.node.NodeCall;
import org.genonaut.simulator.node.NodeException;
import org.genonaut.simulator.node.NodeOutcome;
import org.genonaut.simulator.node.NodeWorks;
import org.genonaut.simulator.node.Value;
import org.genonaut.simulator.queue.PromptItem;

/** One run of one node of a prompt, with what may come in its way. */
final class NodeRun implements NodeCall.Listener {
    private final PromptItem item;
    private final String node;
    private final Execution.Surroundings around;
    private final RunEvents events;
    private final Function<Link, Value> results;

    /** @param results what other nodes have made */
    NodeRun(
            PromptItem item,
            String node,
            Execution.Surroundings around,
            RunEvents events,
            Function<Link, Value> results) {
        this.item = item;
        this.node = node;
        this.around = around;
        this.events = events;
        this.results = results;
    }

    /**
     * Does what the node does.
     *
     * @throws NodeException if it goes wrong
     * @throws PromptInterrupted if somebody asked to stop
     */
    NodeOutcome run() throws InterruptedException {
        var classType = item.classOf(node);
        around.interventions().atNode(classType);
        stopIfInterrupted();
        var call = new NodeCall(item.inputsOf(node), results, around.bench(), item, this);
        var planned = around.interventions().failureAt(classType, call.latentPixels());
        if (planned.isPresent()) {
            throw new NodeException(planned.get());
        }
        var type = around.types().find(classType).orElseThrow();
        if (item.extraData().isString() && type.hidden().contains("extra_pnginfo")) {
            throw NodeException.of("AttributeError", "'str' object has no attribute 'get'");
        }
        var blocked = blockedInput();
        if (blocked.isPresent()) {
            return passOn(type, blocked.get());
        }
        return NodeWorks.run(classType, call);
    }

    private Optional<Value.Blocked> blockedInput() {
        for (var input : item.inputsOf(node)) {
            if (Link.of(input).map(results).orElse(null) instanceof Value.Blocked blocked) {
                return Optional.of(blocked);
            }
        }
        return Optional.empty();
    }

    /** The first node that cannot run tells why; from there on it is silent. */
    private NodeOutcome passOn(NodeType type, Value.Blocked blocked) {
        blocked.message().ifPresent(message -> events.blocked(node, message));
        var nothing = new Value.Blocked(Optional.empty());
        return NodeOutcome.of(type.outputs().stream().map(slot -> nothing).toArray(Value[]::new));
    }

    @Override
    public void step(int step, int steps, Optional<Supplier<Frame>> preview) throws InterruptedException {
        stopIfInterrupted();
        events.step(node, step, steps, preview);
        around.interventions().afterStep(step);
    }

    @Override
    public void image(int number, int count, Frame image) throws InterruptedException {
        stopIfInterrupted();
        events.step(node, number, count, Optional.of(() -> image));
    }

    @Override
    public void text(String text) {
        events.text(node, text);
    }

    private void stopIfInterrupted() throws InterruptedException {
        if (around.isInterrupted().get()) {
            around.interventions().beforeStop();
            throw new PromptInterrupted();
        }
    }
}
