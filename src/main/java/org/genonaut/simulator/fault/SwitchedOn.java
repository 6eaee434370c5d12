package org.genonaut.simulator.fault;

import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fault that is on.
 *
 * @param id to lift it by
 * @param left how many times it will still happen, or empty if until it is lifted
 */
public record SwitchedOn(int id, Fault fault, OptionalInt left) {
    SwitchedOn onceLess() {
        return left.isEmpty() ? this : new SwitchedOn(id, fault, OptionalInt.of(left.getAsInt() - 1));
    }

    boolean isUsedUp() {
        return left.isPresent() && left.getAsInt() == 0;
    }

    Lasting lasting() {
        return FaultKind.of(fault).lasting();
    }

    /** As the control API shows it. */
    public ObjectNode toJson() {
        var json = FaultKind.of(fault).write(fault).put("id", id);
        left.ifPresent(times -> json.put("left", times));
        return json;
    }
}
