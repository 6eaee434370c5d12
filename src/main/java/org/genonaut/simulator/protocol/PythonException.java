package org.genonaut.simulator.protocol;

/** An exception that Python code would have raised while it validates, with its type and text. */
public final class PythonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String text;

    public PythonException(String type, String text) {
        super(type + ": " + text);
        this.type = type;
        this.text = text;
    }

    public String type() {
        return type;
    }

    public String text() {
        return text;
    }
}
