package org.genonaut.simulator.graph;

/** An exception that Python code would have raised while it validates, with its type and text. */
final class PythonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String text;

    PythonException(String type, String text) {
        super(type + ": " + text);
        this.type = type;
        this.text = text;
    }

    String type() {
        return type;
    }

    String text() {
        return text;
    }
}
