package org.genonaut.generation.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
import org.genonaut.generation.draft.Violation;

/** What a failure leads to: the job is tried again after a pause, or ends with a sentence. */
sealed interface Verdict {

    FailureKind kind();

    String details();

    record Again(FailureKind kind, String details) implements Verdict {}

    /** @param violations what the backend refused, field by field */
    record Over(FailureKind kind, String sentence, String details, List<Violation> violations) implements Verdict {

        Over(FailureKind kind, String sentence, String details) {
            this(kind, sentence, details, List.of());
        }
    }

    /** The same, naming the fields that would have to be different. */
    default Verdict because(List<Violation> violations) {
        return switch (this) {
            case Again again -> again;
            case Over(var kind, var sentence, var details, var none) ->
                new Over(kind, violations.isEmpty() ? sentence : sentence(violations), details, violations);
        };
    }

    private static String sentence(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.field() + ": " + violation.message(Locale.ENGLISH))
                .collect(Collectors.joining(" "));
    }

    /** @param attempt number of the attempt that failed, from 1 */
    static Verdict on(Failure failure, int attempt) {
        return switch (failure) {
            case Unreachable(var why, var mayRun) ->
                verdict(FailureKind.UNREACHABLE, "The GPU could not be reached.", why, attempt);
            case Stuck(var why) -> verdict(FailureKind.STUCK, "The GPU stands still.", why, attempt);
            case Lost() -> verdict(FailureKind.LOST, "The GPU was restarted in the middle.", "", attempt);
            case ModelMissing(var file, var input, var message) ->
                verdict(FailureKind.MODEL_MISSING, "The model " + file + " is not there any more.", message, attempt);
            case OutOfMemory(var message) ->
                verdict(FailureKind.OUT_OF_MEMORY, "Ran out of GPU memory. A smaller size may fit.", message, attempt);
            case Interrupted() -> verdict(FailureKind.INTERRUPTED, "Somebody stopped it at the GPU.", "", attempt);
            case Rejected(var message, var errors) ->
                verdict(FailureKind.REJECTED, "ComfyUI refused the request: " + message, errors.toString(), attempt);
            case NodeFailed(var node, var exception, var message) ->
                verdict(
                        FailureKind.NODE_FAILED,
                        "ComfyUI failed in " + node + ".",
                        exception + ": " + message,
                        attempt);
            case NothingProduced() ->
                verdict(FailureKind.NOTHING_PRODUCED, "ComfyUI ended without a picture.", "", attempt);
        };
    }

    /** It was made, and could not be fetched. */
    static Verdict onNotFetched(ComfyUIException why, int attempt) {
        var details = String.valueOf(why.getMessage());
        return switch (why) {
            case ComfyUIException.FileGone gone ->
                verdict(FailureKind.FILE_GONE, "ComfyUI no longer has the picture.", details, attempt);
            case ComfyUIException.TooLarge large ->
                new Over(FailureKind.NOT_STORED, "The picture is larger than we keep.", details);
            case ComfyUIException.Unreachable away -> on(new Unreachable(details, false), attempt);
            case ComfyUIException.UnexpectedAnswer strange -> on(new Unreachable(details, false), attempt);
        };
    }

    /** We ourselves failed. */
    static Verdict onInternal(String details, int attempt) {
        return verdict(FailureKind.INTERNAL, "Something went wrong in Genonaut.", details, attempt);
    }

    /** It took longer than it may; a later picture would be welcome, another try would not. */
    static Verdict onTimeOut(Duration limit) {
        return new Over(FailureKind.TIMED_OUT, "It took longer than " + limit.toMinutes() + " minutes.", "");
    }

    /** The picture was made and could not be kept. */
    static Verdict onNotStored(String details, int attempt) {
        return verdict(FailureKind.NOT_STORED, "The picture could not be stored.", details, attempt);
    }

    private static Verdict verdict(FailureKind kind, String sentence, String details, int attempt) {
        return attempt < FailureRule.of(kind).attempts() ? new Again(kind, details) : new Over(kind, sentence, details);
    }
}
