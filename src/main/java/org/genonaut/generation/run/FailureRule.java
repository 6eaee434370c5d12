package org.genonaut.generation.run;

import org.genonaut.generation.FailureKind;

/**
 * What a kind of failure comes from and how often it is worth another try; the fault table in docs/comfyui.md is made
 * of these.
 *
 * @param cause what has happened, for the people who run the servers
 * @param attempts in all; 1 means that no other try would end better
 */
record FailureRule(String cause, int attempts) {

    /** For failures that come from outside and pass. */
    private static final int PATIENT = 5;

    static FailureRule of(FailureKind kind) {
        return switch (kind) {
            case UNREACHABLE ->
                new FailureRule(
                        "No ComfyUI answers at the address, in time and as one; or the connection stayed away for a"
                                + " minute while the prompt ran",
                        PATIENT);
            case LOST ->
                new FailureRule(
                        "The prompt is in neither the queue nor the history: ComfyUI was restarted, or somebody deleted"
                                + " it while it waited",
                        PATIENT);
            case STUCK ->
                new FailureRule(
                        "ComfyUI answers, but nothing has moved there for the standstill time: its worker is dead",
                        PATIENT);
            case MODEL_MISSING ->
                new FailureRule(
                        "ComfyUI does not find a model's file, when it checks the workflow or when it loads it", 2);
            case OUT_OF_MEMORY -> new FailureRule("The graphics card has too little memory for this size or batch", 1);
            case INTERRUPTED -> new FailureRule("Somebody else stopped it, in ComfyUI's own page or by its API", 2);
            case FILE_GONE ->
                new FailureRule(
                        "The run succeeded, but its file is no longer on the server: deleted, or answered from the cache"
                                + " of an earlier run",
                        2);
            case TIMED_OUT -> new FailureRule("It ran longer than `genonaut.run.time-limit`", 1);
            case REJECTED -> new FailureRule("ComfyUI found the workflow wrong and ran nothing", 1);
            case NODE_FAILED ->
                new FailureRule("A node threw an error: a corrupt model, a custom node, a full disk on the server", 1);
            case NOTHING_PRODUCED ->
                new FailureRule("The run succeeded without leaving a file, as when a node blocks the rest", 1);
            case NOT_STORED ->
                new FailureRule(
                        "Genonaut could not keep the picture, as when its disk is full; a file that is larger than allowed ends the job at once",
                        PATIENT);
            case INTERNAL -> new FailureRule("An error in Genonaut itself", 3);
        };
    }
}
