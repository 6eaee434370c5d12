package org.genonaut.simulator.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.StringNode;

/** How Python converts and prints the values that stand in a prompt. */
public final class PythonText {
    private PythonText() {}

    /** What {@code str(value)} gives. */
    public static String str(JsonNode value) {
        if (value.isNull()) {
            return "None";
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        if (value.isDouble() && Double.isNaN(value.doubleValue())) {
            return "nan";
        }
        return value.isString() ? value.stringValue() : PythonJson.write(value);
    }

    /** What {@code repr(value)} gives. */
    public static String repr(JsonNode value) {
        return value.isString() ? quoted(value.stringValue()) : str(value);
    }

    /** What {@code repr} gives for a text. */
    public static String quoted(String text) {
        var quote = text.contains("'") && !text.contains("\"") ? "\"" : "'";
        var escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
        return quote + (quote.equals("'") ? escaped.replace("'", "\\'") : escaped) + quote;
    }

    public static String quoted(List<String> texts) {
        return texts.stream().map(PythonText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    public static JsonNode toInt(JsonNode value) {
        if (value.isBoolean()) {
            return BigIntegerNode.valueOf(value.booleanValue() ? BigInteger.ONE : BigInteger.ZERO);
        }
        if (value.isIntegralNumber()) {
            return value;
        }
        if (value.isNumber()) {
            return fromDouble(value.doubleValue());
        }
        if (value.isString()) {
            return fromText(value.stringValue());
        }
        throw new PythonException(
                "TypeError",
                "int() argument must be a string, a bytes-like object or a real number, not '" + type(value) + "'");
    }

    private static JsonNode fromDouble(double number) {
        if (Double.isNaN(number)) {
            throw new PythonException("ValueError", "cannot convert float NaN to integer");
        }
        if (Double.isInfinite(number)) {
            throw new PythonException("OverflowError", "cannot convert float infinity to integer");
        }
        return BigIntegerNode.valueOf(new BigDecimal(number).toBigInteger());
    }

    private static JsonNode fromText(String text) {
        try {
            return BigIntegerNode.valueOf(new BigInteger(text.strip()));
        } catch (NumberFormatException e) {
            throw new PythonException("ValueError", "invalid literal for int() with base 10: " + quoted(text));
        }
    }

    public static JsonNode toFloat(JsonNode value) {
        if (value.isBoolean()) {
            return DoubleNode.valueOf(value.booleanValue() ? 1 : 0);
        }
        if (value.isNumber()) {
            return DoubleNode.valueOf(value.doubleValue());
        }
        if (!value.isString()) {
            throw new PythonException(
                    "TypeError", "float() argument must be a string or a real number, not '" + type(value) + "'");
        }
        try {
            return DoubleNode.valueOf(Double.parseDouble(value.stringValue()));
        } catch (NumberFormatException e) {
            throw new PythonException(
                    "ValueError", "could not convert string to float: " + quoted(value.stringValue()));
        }
    }

    public static JsonNode toStr(JsonNode value) {
        return StringNode.valueOf(str(value));
    }

    public static JsonNode toBool(JsonNode value) {
        if (value.isNumber()) {
            return BooleanNode.valueOf(value.doubleValue() != 0);
        }
        return BooleanNode.valueOf(
                value.isBoolean()
                        ? value.booleanValue()
                        : !(value.isNull()
                                || value.isString() && value.stringValue().isEmpty()));
    }

    private static String type(JsonNode value) {
        return value.isNull() ? "NoneType" : "dict";
    }
}
