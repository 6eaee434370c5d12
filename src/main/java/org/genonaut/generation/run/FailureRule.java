package org.genonaut.generation.run;

import org.genonaut.generation.FailureKind;

/**
 * What a kind of failure comes from and how often it is worth another try; the fault table in docs/comfyui.md is made
 * of these.
 *
 * @param cause what has happened, for the people who run the servers
 * @param tries in all; 1 means that no other try would end better
 * @param elsewhere whether other backends that can run it go first
 * @param unsettled whether the prompt may end well later, and its pictures would be taken
 */
record FailureRule(String cause, int tries, boolean elsewhere, boolean unsettled) {

    /** For failures that come from outside and pass. */
    private static final int PATIENT = 5;

    /** So often a job may have been at work when its backend went away before it counts as the reason. */
    static final int CRASHES = 3;

    /** The same on different backends is no accident. */
    static final int CRASHED_BACKENDS = 2;

    private static FailureRule never(String cause) {
        return new FailureRule(cause, 1, false, false);
    }

    static FailureRule of(FailureKind kind) {
        return switch (kind) {
            case UNREACHABLE ->
                new FailureRule(
                        "No ComfyUI answers at the address, in time and as one; or the connection stayed away for a"
                                + " minute while the prompt ran",
                        PATIENT,
                        true,
                        true);
            case LOST ->
                new FailureRule(
                        "The prompt is in neither the queue nor the history: ComfyUI was restarted, or somebody deleted"
                                + " it while it waited",
                        PATIENT,
                        true,
                        false);
            case STUCK ->
                new FailureRule(
                        "ComfyUI answers, but nothing has moved there for the standstill time: its worker is dead. The"
                                + " backend gets no more jobs until that prompt is gone from it",
                        PATIENT,
                        true,
                        true);
            case MODEL_MISSING ->
                new FailureRule(
                        "ComfyUI does not find a model's file, when it checks the workflow or when it loads it. The file"
                                + " no longer counts as there; without another backend that has it the job ends",
                        PATIENT,
                        true,
                        false);
            case OUT_OF_MEMORY ->
                new FailureRule(
                        "The graphics card has too little memory for this size or batch. ComfyUI is told to free its"
                                + " memory; without a larger card that has the models the job ends",
                        2,
                        true,
                        false);
            case INTERRUPTED ->
                new FailureRule("Somebody else stopped it, in ComfyUI's own page or by its API", 2, false, false);
            case FILE_GONE ->
                new FailureRule(
                        "The run succeeded, but its file is no longer on the server: deleted, or answered from the cache"
                                + " of an earlier run",
                        2,
                        false,
                        false);
            case TIMED_OUT ->
                new FailureRule(
                        "It ran ten times as long as such jobs take, at least five minutes, at most"
                                + " `genonaut.run.time-limit`; or loaded its models for longer than"
                                + " `genonaut.run.load-limit`",
                        1,
                        false,
                        true);
            case REJECTED -> never("ComfyUI found the workflow wrong and ran nothing");
            case NODE_FAILED ->
                never("A node threw an error: a corrupt model, a custom node, a full disk on the server");
            case NOTHING_PRODUCED -> never("The run succeeded without leaving a file, as when a node blocks the rest");
            case NOT_STORED ->
                new FailureRule(
                        "Genonaut could not keep the picture, as when its disk is full; a file that is larger than allowed ends the job at once",
                        PATIENT,
                        false,
                        true);
            case POISONED ->
                never("%d backends went away while they worked on this job, or one did so %d times"
                        .formatted(CRASHED_BACKENDS, CRASHES));
            case INTERNAL -> new FailureRule("An error in Genonaut itself", 3, false, false);
        };
    }
}
