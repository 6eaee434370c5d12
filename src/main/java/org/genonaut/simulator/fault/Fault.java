package org.genonaut.simulator.fault;

import java.time.Duration;

/** Something that goes wrong with a server or on the way to it. */
public sealed interface Fault {
    /** Whether it is over as soon as it is switched on. */
    default boolean isImmediate() {
        return false;
    }

    /** It changes the running server when it is switched on or lifted. */
    sealed interface OfServer extends Fault {}

    /** It awaits its occasion: a request, a frame, a run. */
    sealed interface OnOccasion extends Fault {}

    @Described(value = "Every WebSocket is cut without a closing frame (1006); HTTP goes on.", lasting = Lasting.ONCE)
    record DropSockets(
            @Asked(value = "the sampler step to wait for, from 1; 0 for at once", otherwise = "0")
            int step) implements OfServer {
        public DropSockets {
            requireAtLeast(0, step, "step");
        }

        @Override
        public boolean isImmediate() {
            return step == 0;
        }
    }

    @Described(
            value = "The server ends and starts anew: queue, history and cache are lost, sockets are cut, files stay.",
            lasting = Lasting.ONCE)
    record Restart(
            @Asked(value = "the sampler step to wait for, from 1; 0 for at once", otherwise = "0")
            int step) implements OfServer {
        public Restart {
            requireAtLeast(0, step, "step");
        }

        @Override
        public boolean isImmediate() {
            return step == 0;
        }
    }

    @Described(
            value = "Connections are refused and open ones cut, as if it were switched off; what runs goes on.",
            lasting = Lasting.UNTIL_LIFTED)
    record RefuseConnections() implements OfServer {}

    @Described(
            value = "Connections stay open, but nothing is read or answered any more, not even a ping: those that open,"
                    + " and without times those that are open too. They never recover.",
            lasting = Lasting.COUNTED,
            counts = "connections")
    record HalfOpenTcp() implements OfServer {}

    @Described(
            value = "A WebSocket answers pings and hears nothing more, not even status: those that open, after their"
                    + " greeting, and without times those that are open too. They never recover.",
            lasting = Lasting.COUNTED,
            counts = "sockets")
    record DeafSocket() implements OfServer {}

    @Described(
            value =
                    "Some other client does not read, so no socket is sent any event; HTTP is fine. All comes late, when"
                            + " lifted.",
            lasting = Lasting.UNTIL_LIFTED)
    record StalledReader() implements OfServer {}

    @Described(
            value = "The worker is dead: prompts are accepted and never run, the running one stays, interrupting does"
                    + " nothing.",
            lasting = Lasting.UNTIL_RESTART)
    record ZombieWorker() implements OfServer {}

    @Described(
            value = "After each real frame comes one that means nothing: unknown types, no JSON, empty and truncated"
                    + " frames, events of foreign prompts.",
            lasting = Lasting.COUNTED,
            counts = "frames")
    record GarbageFrames() implements OnOccasion {}

    @Described(
            value = "Requests wait before they are looked at, the opening of a WebSocket included.",
            lasting = Lasting.COUNTED,
            counts = "requests")
    record Latency(
            @Asked("how long each waits, such as PT0.2S") Duration each,

            @Asked(value = "only paths that begin like this, such as /history", otherwise = "/")
            String path)
            implements OnOccasion {
        public Latency {
            requirePositive(each, "each");
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("path begins with /, unlike " + path);
            }
        }
    }

    @Described(value = "Pictures trickle from /view.", lasting = Lasting.COUNTED, counts = "answers")
    record ThrottledView(@Asked("how fast, 1 or more") int bytesPerSecond) implements OnOccasion {
        public ThrottledView {
            requireAtLeast(1, bytesPerSecond, "bytes_per_second");
        }
    }

    @Described(
            value = "POST /prompt answers 500 although the prompt is queued.",
            lasting = Lasting.COUNTED,
            counts = "prompts")
    record ErrorAfterEnqueue() implements OnOccasion {}

    @Described(
            value = "The connection of POST /prompt is cut without an answer although the prompt is queued.",
            lasting = Lasting.COUNTED,
            counts = "prompts")
    record AnswerLost() implements OnOccasion {}

    @Described(value = "/history answers {} whatever has run.", lasting = Lasting.COUNTED, counts = "answers")
    record HistoryMissing() implements OnOccasion {}

    @Described(
            value = "A run stays in the queue for a while after execution_success, and only then is in the history and"
                    + " told as ended.",
            lasting = Lasting.COUNTED,
            counts = "runs")
    record HistoryDelay(
            @Asked("for how long, such as PT0.5S") Duration delay) implements OnOccasion {
        public HistoryDelay {
            requirePositive(delay, "delay");
        }
    }

    @Described(
            value =
                    "A run stays in the queue after execution_success, and is not in the history, until this is lifted.",
            lasting = Lasting.UNTIL_LIFTED)
    record HistoryHeld() implements OnOccasion {}

    @Described(
            value = "An interrupt takes effect late, as in the middle of a long step.",
            lasting = Lasting.COUNTED,
            counts = "interrupts")
    record SlowInterrupt(
            @Asked("how much later, such as PT4S") Duration delay) implements OnOccasion {
        public SlowInterrupt {
            requirePositive(delay, "delay");
        }
    }

    @Described(
            value = "A sampler whose width × height × batch is above fails with torch.OutOfMemoryError, and the models"
                    + " are unloaded.",
            lasting = Lasting.COUNTED,
            counts = "sampler runs")
    record OutOfMemoryAbove(
            @Asked("the largest product that fits, 0 for none")
            long pixels) implements OnOccasion {
        public OutOfMemoryAbove {
            requireAtLeast(0, pixels, "pixels");
        }
    }

    @Described(
            value = "A node of a class raises an exception, and its prompt ends with execution_error.",
            lasting = Lasting.COUNTED,
            counts = "nodes")
    record ExecutionFailure(
            @Asked("the class, such as KSampler") String node,

            @Asked(value = "as Python names it", otherwise = "RuntimeError")
            String type,

            @Asked(value = "its text", otherwise = "Simulated failure")
            String message)
            implements OnOccasion {
        public ExecutionFailure {
            requireText(node, "node");
            requireText(type, "type");
        }
    }

    @Described(
            value = "An output node is blocked: execution_error and then execution_success, and nothing is saved.",
            lasting = Lasting.COUNTED,
            counts = "output nodes")
    record ExecutionBlocked(
            @Asked(value = "its reason", otherwise = "Simulated block")
            String message) implements OnOccasion {}

    @Described(
            value = "The files that a run made, or found in the cache, are deleted before its history is written.",
            lasting = Lasting.COUNTED,
            counts = "runs")
    record FileGone() implements OnOccasion {}

    @Described(
            value =
                    "A model file vanishes between validation and run of the next prompt that names it, and stays away.",
            lasting = Lasting.ONCE)
    record MissingModel(
            @Asked("such as checkpoints or loras") String folder,
            @Asked("as the server lists it") String name) implements OnOccasion {
        public MissingModel {
            requireText(folder, "folder");
            requireText(name, "name");
        }
    }

    private static void requireAtLeast(long least, long value, String field) {
        if (value < least) {
            throw new IllegalArgumentException(field + " is " + least + " or more, not " + value);
        }
    }

    private static void requirePositive(Duration duration, String field) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(field + " is longer than nothing, such as PT0.5S, not " + duration);
        }
    }

    private static void requireText(String text, String field) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " is not empty");
        }
    }
}
