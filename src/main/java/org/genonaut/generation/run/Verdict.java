package org.genonaut.generation.run;

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

    /** Whether the prompt may still end well at its server. */
    boolean unsettled();

    record Again(FailureKind kind, String details, boolean unsettled) implements Verdict {}

    /** @param violations what the backend refused, field by field */
    record Over(FailureKind kind, String sentence, String details, boolean unsettled, List<Violation> violations)
            implements Verdict {

        Over(FailureKind kind, String sentence, String details, boolean unsettled) {
            this(kind, sentence, details, unsettled, List.of());
        }
    }

    /** The same, naming the fields that would have to be different. */
    default Verdict because(List<Violation> violations) {
        return switch (this) {
            case Again again -> again;
            case Over(var kind, var sentence, var details, var unsettled, var none) ->
                new Over(kind, violations.isEmpty() ? sentence : sentence(violations), details, unsettled, violations);
        };
    }

    private static String sentence(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.field() + ": " + violation.message(Locale.ENGLISH))
                .collect(Collectors.joining(" "));
    }

    static Verdict on(Failure failure, Tried tried) {
        return switch (failure) {
            case Unreachable(var why, var mayRun) -> {
                var verdict = verdict(FailureKind.UNREACHABLE, "The GPU could not be reached.", why, mayRun, tried);
                yield unlessPoisoned(verdict, tried);
            }
            case Lost() ->
                unlessPoisoned(
                        verdict(FailureKind.LOST, "The GPU was restarted in the middle.", "", false, tried), tried);
            case Stuck(var why) -> verdict(FailureKind.STUCK, "The GPU stands still.", why, tried);
            case ModelMissing(var file, var input, var message) ->
                unlessNowhere(
                        verdict(
                                FailureKind.MODEL_MISSING,
                                "The model " + file + " is not there any more.",
                                message,
                                tried),
                        "The model " + file + " is on no GPU any more.",
                        tried);
            case OutOfMemory(var message) -> {
                var sentence = "Ran out of GPU memory. "
                        + tried.worked()
                                .map(size -> "%d × %d in batches of %d has worked."
                                        .formatted(size.width(), size.height(), size.batch()))
                                .orElse("A smaller size may fit.");
                yield unlessNowhere(verdict(FailureKind.OUT_OF_MEMORY, sentence, message, tried), sentence, tried);
            }
            case Interrupted() -> verdict(FailureKind.INTERRUPTED, "Somebody stopped it at the GPU.", "", tried);
            case Rejected(var message, var errors) ->
                verdict(FailureKind.REJECTED, "ComfyUI refused the request: " + message, errors.toString(), tried);
            case NodeFailed(var node, var exception, var message) ->
                verdict(FailureKind.NODE_FAILED, "ComfyUI failed in " + node + ".", exception + ": " + message, tried);
            case NothingProduced() ->
                verdict(FailureKind.NOTHING_PRODUCED, "ComfyUI ended without a picture.", "", tried);
        };
    }

    /** It was made, and could not be fetched. */
    static Verdict onNotFetched(ComfyUIException why, Tried tried) {
        var details = String.valueOf(why.getMessage());
        return switch (why) {
            case ComfyUIException.FileGone gone ->
                verdict(FailureKind.FILE_GONE, "ComfyUI no longer has the picture.", details, tried);
            case ComfyUIException.TooLarge large ->
                new Over(FailureKind.NOT_STORED, "The picture is larger than we keep.", details, false);
            case ComfyUIException.Unreachable away -> on(new Unreachable(details, true), tried);
            case ComfyUIException.UnexpectedAnswer strange -> on(new Unreachable(details, true), tried);
        };
    }

    /** We ourselves failed. */
    static Verdict onInternal(String details, Tried tried) {
        return verdict(FailureKind.INTERNAL, "Something went wrong in Genonaut.", details, tried);
    }

    /** It took longer than it may; a later picture would be welcome, another try would not. */
    static Verdict onTimeOut(String sentence) {
        return new Over(FailureKind.TIMED_OUT, sentence, "", true);
    }

    /** The picture was made and could not be kept. */
    static Verdict onNotStored(String details, Tried tried) {
        return verdict(FailureKind.NOT_STORED, "The picture could not be stored.", details, tried);
    }

    private static Verdict unlessPoisoned(Verdict verdict, Tried tried) {
        return tried.isPoisoned()
                ? new Over(
                        FailureKind.POISONED,
                        "GPUs went away while they worked on it, %d times on %d of them. It is not tried again."
                                .formatted(
                                        tried.crashes().count(), tried.crashes().backends()),
                        verdict.details(),
                        verdict.unsettled())
                : verdict;
    }

    private static Verdict unlessNowhere(Verdict verdict, String sentence, Tried tried) {
        return tried.canGoElsewhere()
                ? verdict
                : new Over(verdict.kind(), sentence, verdict.details(), verdict.unsettled());
    }

    private static Verdict verdict(FailureKind kind, String sentence, String details, Tried tried) {
        return verdict(kind, sentence, details, FailureRule.of(kind).unsettled(), tried);
    }

    private static Verdict verdict(FailureKind kind, String sentence, String details, boolean unsettled, Tried tried) {
        return tried.tries() < FailureRule.of(kind).tries()
                ? new Again(kind, details, unsettled)
                : new Over(kind, sentence, details, unsettled);
    }
}
