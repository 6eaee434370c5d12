package org.genonaut.shell;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Words why a JSON body could not be read, naming the field, without the names of our classes. */
final class UnreadableBody {

    private UnreadableBody() {}

    /** Empty when no single field is to blame. */
    static Optional<Violation> violation(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown -> Optional.of(new Violation(path(unknown), "is not known"));
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                Optional.of(new Violation(path(format), "must be one of " + names(format.getTargetType())));
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException reason ->
                Optional.of(new Violation(path(refused), String.valueOf(reason.getMessage())));
            case MismatchedInputException mismatch -> ofMismatch(mismatch);
            case JacksonException tooLarge
            when !tooLarge.getPath().isEmpty() ->
                Optional.of(new Violation(path(tooLarge), "must be a number in range"));
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Violation> ofMismatch(MismatchedInputException mismatch) {
        return mismatch.getPath().isEmpty()
                ? Optional.empty()
                : Optional.of(new Violation(path(mismatch), "must be " + kind(mismatch.getTargetType())));
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            var name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(constant -> Optional.ofNullable(constant.getAnnotation(JsonProperty.class))
                        .map(JsonProperty::value)
                        .orElse(constant.getName()))
                .collect(Collectors.joining(", "));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number in range";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        return Iterable.class.isAssignableFrom(type) || type.isArray() ? "an array" : "of another form";
    }
}
