package org.genonaut.generation.run;

import java.time.Duration;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.ExecutionResult.Failure;
import org.genonaut.comfyui.ExecutionResult.Interrupted;
import org.genonaut.comfyui.ExecutionResult.Lost;
import org.genonaut.comfyui.ExecutionResult.ModelMissing;
import org.genonaut.comfyui.ExecutionResult.NodeFailed;
import org.genonaut.comfyui.ExecutionResult.NothingProduced;
import org.genonaut.comfyui.ExecutionResult.OutOfMemory;
import org.genonaut.comfyui.ExecutionResult.Rejected;
import org.genonaut.comfyui.ExecutionResult.Stuck;
import org.genonaut.comfyui.ExecutionResult.Unreachable;
import org.genonaut.generation.FailureKind;

/** What a failure leads to: the job is tried again after a pause, or ends with a sentence. */
sealed interface Verdict {

    FailureKind kind();

    String details();

    record Again(FailureKind kind, String details, Duration pause) implements Verdict {}

    record Over(FailureKind kind, String sentence, String details) implements Verdict {}

    /** Attempts in all for failures that another try may mend. */
    int ATTEMPTS = 5;

    Duration FIRST_PAUSE = Duration.ofSeconds(1);
    Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** @param attempt number of the attempt that failed, from 1 */
    static Verdict on(Failure failure, int attempt) {
        return switch (failure) {
            case Unreachable(var why, var mayRun) ->
                again(FailureKind.UNREACHABLE, "The GPU could not be reached.", why, attempt, ATTEMPTS);
            case Stuck(var why) -> again(FailureKind.STUCK, "The GPU stands still.", why, attempt, ATTEMPTS);
            case Lost() -> again(FailureKind.LOST, "The GPU was restarted in the middle.", "", attempt, ATTEMPTS);
            case ModelMissing(var file, var input, var message) ->
                again(FailureKind.MODEL_MISSING, "The model " + file + " is not there any more.", message, attempt, 2);
            case OutOfMemory(var message) ->
                over(FailureKind.OUT_OF_MEMORY, "Ran out of GPU memory. A smaller size may fit.", message);
            case Interrupted() -> again(FailureKind.INTERRUPTED, "Somebody stopped it at the GPU.", "", attempt, 2);
            case Rejected(var message, var errors) ->
                over(FailureKind.REJECTED, "ComfyUI refused the request: " + message, errors.toString());
            case NodeFailed(var node, var exception, var message) ->
                over(FailureKind.NODE_FAILED, "ComfyUI failed in " + node + ".", exception + ": " + message);
            case NothingProduced() -> over(FailureKind.NOTHING_PRODUCED, "ComfyUI ended without a picture.", "");
        };
    }

    /** It was made, and could not be fetched. */
    static Verdict onNotFetched(ComfyUIException why, int attempt) {
        var details = String.valueOf(why.getMessage());
        return switch (why) {
            case ComfyUIException.FileGone gone ->
                again(FailureKind.FILE_GONE, "ComfyUI no longer has the picture.", details, attempt, 2);
            case ComfyUIException.TooLarge large ->
                over(FailureKind.NOT_STORED, "The picture is larger than we keep.", details);
            case ComfyUIException.Unreachable away -> on(new Unreachable(details, false), attempt);
            case ComfyUIException.UnexpectedAnswer strange -> on(new Unreachable(details, false), attempt);
        };
    }

    /** We ourselves failed. */
    static Verdict onInternal(String details, int attempt) {
        return again(FailureKind.INTERNAL, "Something went wrong in Genonaut.", details, attempt, 3);
    }

    /** It took longer than it may; a later picture would be welcome, another try would not. */
    static Verdict onTimeOut(Duration limit) {
        return over(FailureKind.TIMED_OUT, "It took longer than " + limit.toMinutes() + " minutes.", "");
    }

    /** The picture was made and could not be kept. */
    static Verdict onNotStored(String details, int attempt) {
        return again(FailureKind.NOT_STORED, "The picture could not be stored.", details, attempt, ATTEMPTS);
    }

    private static Verdict again(FailureKind kind, String sentence, String details, int attempt, int attempts) {
        return attempt < attempts ? new Again(kind, details, pause(attempt)) : new Over(kind, sentence, details);
    }

    private static Verdict over(FailureKind kind, String sentence, String details) {
        return new Over(kind, sentence, details);
    }

    /** 1, 4, 16, 64 seconds. */
    private static Duration pause(int attempt) {
        var pause = FIRST_PAUSE.multipliedBy(1L << (2 * (attempt - 1)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
