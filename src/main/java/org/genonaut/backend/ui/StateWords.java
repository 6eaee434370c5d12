package org.genonaut.backend.ui;

import java.util.List;
import org.genonaut.backend.BackendAtWork;
import org.genonaut.backend.BackendState;

/**
 * How a backend's state is said.
 *
 * @param badge key of one or two words
 * @param theme variant of the badge; empty for the neutral one
 * @param sentence key of why it is so, filled with the arguments; empty for nothing to say
 */
record StateWords(String badge, String theme, String sentence, List<Object> arguments) {

    static StateWords of(BackendAtWork row) {
        return switch (row.backend().state()) {
            case BackendState.Unknown unknown -> plain("asking", "");
            case BackendState.Up up -> plain(row.jobs() > 0 ? "works" : "ready", "success");
            case BackendState.Away away ->
                because("away", "error", "backends.absence." + away.why().word());
            case BackendState.Stuck stuck -> because("stuck", "error", "backends.stuck", stuck.reason());
            case BackendState.Draining draining -> drained(row, draining);
            case BackendState.Disabled disabled -> because("disabled", "", "backends.disabled", disabled.reason());
        };
    }

    private static StateWords drained(BackendAtWork row, BackendState.Draining draining) {
        return because(
                row.isDrained() ? "drained" : "draining",
                "warning",
                draining.note().isEmpty() ? "backends.draining" : "backends.draining.note",
                draining.by(),
                draining.note());
    }

    private static StateWords plain(String state, String theme) {
        return new StateWords("backends.state." + state, theme, "", List.of());
    }

    private static StateWords because(String state, String theme, String sentence, Object... arguments) {
        return new StateWords("backends.state." + state, theme, sentence, List.of(arguments));
    }
}
