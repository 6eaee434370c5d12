package org.genonaut.simulator.fault;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A setting of a fault.
 *
 * @param name as JSON has it, such as {@code bytes_per_second}
 * @param says what it means
 * @param otherwise what it is when nobody tells, or empty if it must be told
 */
public record FaultField(String name, Type type, String says, Optional<String> otherwise) {
    /** What a field holds. */
    public enum Type {
        NUMBER("whole number"),
        TEXT("text"),
        DURATION("duration");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }

        static Type of(Class<?> java) {
            return java == Duration.class ? DURATION : java == String.class ? TEXT : NUMBER;
        }
    }

    static FaultField of(RecordComponent component) {
        var asked = component.getAnnotation(Asked.class);
        return new FaultField(
                FaultKind.snakeCase(component.getName()),
                Type.of(component.getType()),
                asked.value(),
                Optional.of(asked.otherwise()).filter(text -> !text.equals(Asked.REQUIRED)));
    }

    /** @throws IllegalArgumentException if it is missing or of another type */
    Object read(JsonNode given, Class<?> java) {
        var value = given.get(name);
        if (value == null || value.isNull()) {
            value = JsonNodeFactory.instance.stringNode(
                    otherwise.orElseThrow(() -> wrong("is missing; it is a " + type.words() + ": " + says)));
            return type == Type.NUMBER ? number(Long.parseLong(value.stringValue()), java) : parse(value, java);
        }
        return parse(value, java);
    }

    private Object parse(JsonNode value, Class<?> java) {
        return switch (type) {
            case NUMBER -> {
                if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
                    throw wrong("is a whole number, not " + value);
                }
                yield number(value.longValue(), java);
            }
            case TEXT -> text(value);
            case DURATION -> duration(text(value));
        };
    }

    private Object number(long value, Class<?> java) {
        if (java == long.class) {
            return value;
        }
        if (value != (int) value) {
            throw wrong("is too large: " + value);
        }
        return (int) value;
    }

    private String text(JsonNode value) {
        if (!value.isString()) {
            throw wrong("is a " + type.words() + " in quotes, not " + value);
        }
        return value.stringValue();
    }

    private Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("is a duration such as PT0.5S or PT2M, not " + text);
        }
    }

    private IllegalArgumentException wrong(String how) {
        return new IllegalArgumentException(name + " " + how);
    }
}
