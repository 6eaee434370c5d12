package org.genonaut.generation.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genonaut.comfyui.Allowed;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.NodeError;
import org.genonaut.generation.draft.Violation;
import org.genonaut.generation.recipe.GenerationParameters;

/**
 * Says what a server has against a workflow in the words of the form: which field, which value, and what it would take
 * instead. What concerns no field of the form is left to the details.
 */
record RefusedInputs(GenerationParameters parameters, String backend) {

    /** A member wants to know what to choose; the whole list stands in the form. */
    private static final int MAX_CHOICES = 8;

    /** Whoever mends these will hear of the others. */
    private static final int MAX_VIOLATIONS = 10;

    List<Violation> of(ExecutionResult.Failure failure) {
        return switch (failure) {
            case ExecutionResult.Rejected(var message, var errors) -> ofErrors(errors);
            case ExecutionResult.ModelMissing(var file, var input, var message) ->
                missing(file, input).stream().toList();
            case ExecutionResult.NodeFailed failed -> List.of();
            case ExecutionResult.OutOfMemory memory -> List.of();
            case ExecutionResult.NothingProduced nothing -> List.of();
            case ExecutionResult.Interrupted interrupted -> List.of();
            case ExecutionResult.Lost lost -> List.of();
            case ExecutionResult.Stuck stuck -> List.of();
            case ExecutionResult.Unreachable away -> List.of();
        };
    }

    private List<Violation> ofErrors(List<NodeError> errors) {
        return errors.stream()
                .flatMap(error -> violation(error).stream())
                .distinct()
                .limit(MAX_VIOLATIONS)
                .toList();
    }

    private Optional<Violation> missing(String file, String input) {
        return modelField(input, file).map(field -> violation(field, "refused.model", file));
    }

    private Optional<Violation> violation(NodeError error) {
        return field(error).map(field -> switch (error.problem()) {
            case TOO_SMALL, TOO_BIG -> outside(field, error);
            case NOT_IN_LIST -> unknown(field, error);
            case MISSING -> violation(field, "refused.missing");
            case WRONG_TYPE -> violation(field, "refused.type", error.receivedValue());
            case OTHER -> violation(field, "refused.other", error.message());
        });
    }

    private Violation outside(String field, NodeError error) {
        var small = error.problem() == NodeError.Problem.TOO_SMALL;
        return bound(error.allowed(), small)
                .map(bound -> violation(
                        field, small ? "refused.small" : "refused.big", error.receivedValue(), bound.toPlainString()))
                .orElseGet(() -> violation(field, "refused.other", error.message()));
    }

    private static Optional<BigDecimal> bound(Allowed allowed, boolean lower) {
        return switch (allowed) {
            case Allowed.Range(var min, var max) -> lower ? min : max;
            case Allowed.Choices choices -> Optional.empty();
            case Allowed.Unsaid unsaid -> Optional.empty();
        };
    }

    private Violation unknown(String field, NodeError error) {
        if (modelField(error.inputName(), error.receivedValue()).isPresent()) {
            return violation(field, "refused.model", error.receivedValue());
        }
        return switch (error.allowed()) {
            case Allowed.Choices(var values, var count)
            when !values.isEmpty() && count <= MAX_CHOICES ->
                violation(field, "refused.choices", error.receivedValue(), String.join(", ", values));
            case Allowed allowed -> violation(field, "refused.choice", error.receivedValue());
        };
    }

    private Violation violation(String field, String key, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = backend;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Violation.of(field, key, all);
    }

    /** By the names that ComfyUI gives to the inputs of its own nodes. */
    private Optional<String> field(NodeError error) {
        return switch (error.inputName()) {
            case "seed", "steps", "cfg", "sampler_name", "scheduler", "denoise", "guidance" ->
                Optional.of("sampler_params." + error.inputName());
            case "width", "height", "batch_size" -> Optional.of(error.inputName());
            case "stop_at_clip_layer" -> Optional.of("clip_skip");
            case "text" -> Optional.of("prompt");
            case "strength_model", "strength_clip" -> Optional.of("lora_models");
            default -> modelField(error.inputName(), error.receivedValue());
        };
    }

    private Optional<String> modelField(String input, String file) {
        return switch (input) {
            case "ckpt_name" -> Optional.of("checkpoint_model");
            case "vae_name" -> Optional.of("vae");
            case "lora_name" -> Optional.of(loraField(file));
            default -> Optional.empty();
        };
    }

    /** Servers on Windows spell the same file with backslashes. */
    private String loraField(String file) {
        var name = file.replace('\\', '/');
        var loras = parameters.loraModels();
        return IntStream.range(0, loras.size())
                .filter(index -> loras.get(index).name().equals(name))
                .mapToObj(index -> "lora_models[" + index + "].name")
                .findFirst()
                .orElse("lora_models");
    }
}
