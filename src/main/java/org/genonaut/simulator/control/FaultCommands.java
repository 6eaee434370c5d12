package org.genonaut.simulator.control;

import java.util.List;
import java.util.OptionalInt;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.fault.FaultField;
import org.genonaut.simulator.fault.FaultKind;
import org.genonaut.simulator.fault.SwitchedOn;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Switches faults on and lifts them. */
final class FaultCommands {
    private static final String TIMES = "times";

    private final FaultBoard faults;

    FaultCommands(FaultBoard faults) {
        this.faults = faults;
    }

    List<Command> all() {
        return List.of(
                new Command("GET", "/faults", "What can go wrong, and what does.", (rest, body) -> describe()),
                new Command("POST", "/faults", "Switches a fault on.", (rest, body) -> switchOn(body)),
                new Command("DELETE", "/faults", "Lifts all faults.", (rest, body) -> lifted(faults.liftAll())),
                new Command("DELETE", "/faults/*", "Lifts the fault of an id.", (rest, body) -> lift(rest)),
                new Command("POST", "/restart", "Restarts the server.", (rest, body) -> {
                    Body.allowOnly(body);
                    return faults.switchOn(new Fault.Restart(0)).toJson();
                }));
    }

    private ObjectNode describe() {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set("on", list(faults.on()));
        var kinds = answer.putArray("exist");
        FaultKind.all().forEach(kind -> kinds.add(describe(kind)));
        return answer;
    }

    private static ArrayNode list(List<SwitchedOn> entries) {
        var list = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> list.add(entry.toJson()));
        return list;
    }

    private static ObjectNode describe(FaultKind kind) {
        var described = JsonNodeFactory.instance
                .objectNode()
                .put("fault", kind.name())
                .put("says", kind.says())
                .put("lasts", kind.lasting().words());
        if (!kind.counts().isEmpty()) {
            described.put(TIMES, "how many " + kind.counts());
        }
        var fields = described.putArray("fields");
        kind.fields().forEach(field -> fields.add(describe(field)));
        return described;
    }

    private static ObjectNode describe(FaultField field) {
        var described = JsonNodeFactory.instance
                .objectNode()
                .put("name", field.name())
                .put("type", field.type().words())
                .put("says", field.says());
        field.otherwise().ifPresent(text -> described.put("otherwise", text));
        return described;
    }

    private ObjectNode switchOn(ObjectNode body) {
        var kind = FaultKind.named(Body.text(body, "fault", "drop_sockets"));
        var times = times(body);
        var settings = body.deepCopy().without(List.of("fault", TIMES));
        var fault = kind.read(settings);
        var entry = times.isPresent() ? faults.switchOn(fault, times.getAsInt()) : faults.switchOn(fault);
        return entry.toJson();
    }

    private static OptionalInt times(ObjectNode body) {
        var times = body.path(TIMES);
        if (times.isMissingNode() || times.isNull()) {
            return OptionalInt.empty();
        }
        if (!times.isInt() || times.intValue() < 1) {
            throw Refusal.badRequest("times is a whole number, 1 or more, not " + times);
        }
        return OptionalInt.of(times.intValue());
    }

    private ObjectNode lift(String id) {
        if (!id.matches("\\d{1,9}")) {
            throw Refusal.badRequest("A fault is lifted by its id, such as /faults/1; GET /faults lists those on");
        }
        try {
            return faults.lift(Integer.parseInt(id))
                    .map(entry -> lifted(List.of(entry)))
                    .orElseThrow(() -> Refusal.notFound("No fault of id " + id + " is on; GET /faults lists those"));
        } catch (IllegalStateException e) {
            throw Refusal.conflict(e.getMessage() + ": POST /restart");
        }
    }

    private static ObjectNode lifted(List<SwitchedOn> entries) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set("lifted", list(entries));
        return answer;
    }
}
