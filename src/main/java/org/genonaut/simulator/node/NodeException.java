package org.genonaut.simulator.node;

/** A node broke; the prompt ends with {@code execution_error}. */
public final class NodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient NodeFailure failure;

    public NodeException(NodeFailure failure) {
        super(failure.exceptionType());
        this.failure = failure;
    }

    public static NodeException of(String type, String message) {
        return new NodeException(NodeFailure.at("", type, message));
    }

    public NodeFailure failure() {
        return failure;
    }
}
