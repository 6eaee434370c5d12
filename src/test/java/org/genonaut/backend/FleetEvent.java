package org.genonaut.backend;

import java.time.Instant;
import java.util.Set;
import org.genonaut.backend.BackendState.Look;
import org.genonaut.comfyui.Capabilities;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.Connection;
import org.genonaut.comfyui.PromptId;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;

/** All that can happen to a backend, as the application lets it happen. */
enum FleetEvent {
    ANSWERS("answers"),
    SILENT("does not answer"),
    STANDS_STILL("a prompt stands still"),
    PROMPT_GONE("that prompt is gone"),
    DRAIN("an admin drains it"),
    ENABLE("an admin enables it"),
    REMOVE("an admin removes it"),
    DECLARED("declared"),
    UNDECLARED("no longer declared");

    private static final Capabilities ABLE = capabilities();

    private static final PromptId PROMPT = PromptId.random();

    final String words;

    FleetEvent(String words) {
        this.words = words;
    }

    /** As a real server tells them. */
    private static Capabilities capabilities() {
        try (var simulator = Simulator.start(SimulatorOptions.instant());
                var comfyUI = new ComfyUIClient(Connection.to(simulator.url()))) {
            return comfyUI.server().probe(Set.of());
        }
    }

    boolean isLook() {
        return this == ANSWERS || this == SILENT;
    }

    boolean isAdmins() {
        return this == DRAIN || this == ENABLE || this == REMOVE;
    }

    /** A backend as it is stored, and as it was seen last. */
    record Situation(Standing standing, Look look) {

        static Situation first(Instant now) {
            return new Situation(Standing.enabledSince(now), new BackendState.Unknown(now));
        }

        BackendState state() {
            return standing.seen(look);
        }
    }

    /** What nobody asks tells nothing: a disabled backend is not watched, and begins anew when it is. */
    Situation happenTo(Situation before, Instant now) {
        var disabled = before.standing().intent() == Standing.Intent.DISABLED;
        if (isLook()) {
            return disabled ? before : new Situation(before.standing(), looked(before.look(), now));
        }
        var after = changed(before.standing(), now);
        var isAnew = disabled != (after.intent() == Standing.Intent.DISABLED);
        return new Situation(after, isAnew ? new BackendState.Unknown(now) : before.look());
    }

    private Look looked(Look before, Instant now) {
        return this == ANSWERS ? before.answered(ABLE, now) : before.silent(Absence.NO_SERVER, "Nobody there", now);
    }

    private Standing changed(Standing before, Instant now) {
        return switch (this) {
            case ANSWERS, SILENT -> before;
            case STANDS_STILL -> before.quarantined(new Quarantine(now, "No step for long", PROMPT));
            case PROMPT_GONE -> before.relieved(PROMPT);
            case DRAIN -> before.draining("ada", "for an update", now);
            case ENABLE -> before.enabled("ada", now);
            case REMOVE -> before.removed("ada", "Sold", now);
            case DECLARED -> before.declared(now);
            case UNDECLARED -> before.undeclared("No longer named", now);
        };
    }
}
