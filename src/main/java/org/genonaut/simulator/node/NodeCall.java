package org.genonaut.simulator.node;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.genonaut.simulator.graph.Link;
import org.genonaut.simulator.image.Frame;
import org.genonaut.simulator.queue.PromptItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One run of one node, as the node sees it: its inputs, what it works with, and how it tells of its steps. */
public final class NodeCall {
    private final ObjectNode inputs;
    private final Function<Link, Value> results;
    private final Bench bench;
    private final PromptItem item;
    private final Listener listener;

    public NodeCall(ObjectNode inputs, Function<Link, Value> results, Bench bench, PromptItem item, Listener listener) {
        this.inputs = inputs;
        this.results = results;
        this.bench = bench;
        this.item = item;
        this.listener = listener;
    }

    /** Told what a node does while it works. */
    public interface Listener {
        /**
         * A sampler has done a step. Throws what ends the prompt if somebody asked to stop; nodes let it pass.
         *
         * @param step counted from 1
         * @param preview draws the unfinished image, or empty if nobody shall see it
         */
        void step(int step, int steps, Optional<Supplier<Frame>> preview) throws InterruptedException;

        /** A node sends a finished image, which is the {@code number}th of several, counted from 0. */
        void image(int number, int count, Frame image) throws InterruptedException;

        /** A node has something to say to people. */
        void text(String text);
    }

    Bench bench() {
        return bench;
    }

    PromptItem item() {
        return item;
    }

    void work(double seconds) throws InterruptedException {
        bench.work(seconds);
    }

    void step(int step, int steps, Optional<Supplier<Frame>> preview) throws InterruptedException {
        listener.step(step, steps, preview);
    }

    void say(String text) {
        listener.text(text);
    }

    void send(int number, int count, Frame image) throws InterruptedException {
        listener.image(number, count, image);
    }

    /** Whether samplers shall show what they have so far. */
    boolean previews() {
        return bench.previewsOf(item);
    }

    String text(String input) {
        return literal(input).asString();
    }

    int integer(String input) {
        return literal(input).intValue();
    }

    BigInteger unsigned(String input) {
        return literal(input).bigIntegerValue();
    }

    double real(String input) {
        return literal(input).doubleValue();
    }

    private JsonNode literal(String input) {
        var value = inputs.get(input);
        return Link.of(value).isPresent() ? notLiteral(input) : value;
    }

    private static JsonNode notLiteral(String input) {
        throw NodeException.of("TypeError", "unsupported value for " + input);
    }

    <T extends Value> T linked(String input, Class<T> type) {
        var link = Link.of(inputs.get(input)).orElseThrow(() -> NodeException.of("TypeError", input + " is no link"));
        return type.cast(results.apply(link));
    }

    /** Width × height × batch of the latents that a sampler is to work on; 0 where there are none. */
    public long latentPixels() {
        return Optional.ofNullable(inputs.get("latent_image"))
                .flatMap(Link::of)
                .map(results)
                .filter(Value.Latent.class::isInstance)
                .map(Value.Latent.class::cast)
                .map(latent -> (long) latent.width() * latent.height() * latent.batchSize())
                .orElse(0L);
    }
}
