package org.genonaut.simulator.run;

/** A node broke; the prompt ends with {@code execution_error}. */
final class NodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient NodeFailure failure;

    NodeException(NodeFailure failure) {
        super(failure.exceptionType());
        this.failure = failure;
    }

    static NodeException of(String type, String message) {
        return new NodeException(NodeFailure.at("", type, message));
    }

    NodeFailure failure() {
        return failure;
    }
}
