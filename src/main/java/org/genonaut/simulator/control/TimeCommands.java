package org.genonaut.simulator.control;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.genonaut.simulator.time.ManualTime;
import org.genonaut.simulator.time.SimulatorTime;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells the simulated time, and advances it where it is manual. */
final class TimeCommands {
    private final SimulatorTime time;

    TimeCommands(SimulatorTime time) {
        this.time = time;
    }

    List<Command> all() {
        return List.of(
                new Command("GET", "/time", "How much time has passed.", (rest, body) -> describe()),
                new Command("POST", "/time", "Advances a manual time.", (rest, body) -> advance(body)));
    }

    private ObjectNode describe() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("now", time.now().toString())
                .put("manual", time instanceof ManualTime);
    }

    private ObjectNode advance(ObjectNode body) {
        Body.allowOnly(body, "advance");
        var duration = duration(Body.text(body, "advance", "PT5S"));
        if (!(time instanceof ManualTime manual)) {
            throw Refusal.conflict("This simulator follows the wall clock; start it with --time manual");
        }
        manual.advance(duration);
        return describe();
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("advance is a duration such as PT0.5S or PT2M, not " + text);
        }
    }
}
