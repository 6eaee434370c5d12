package org.genonaut.simulator.node;

/**
 * An exception that a node raises.
 *
 * @param classType the class of nodes it happens at
 * @param exceptionType as Python names it, with its module
 * @param message ends with a line break on a real server
 */
public record NodeFailure(String classType, String exceptionType, String message) {
    private static final String OUT_OF_MEMORY = "torch.OutOfMemoryError";

    /** A node that breaks, with a message of its own. */
    public static NodeFailure at(String classType, String exceptionType, String message) {
        return new NodeFailure(classType, exceptionType, message.endsWith("\n") ? message : message + "\n");
    }

    /** A graphics card that is too small. */
    public static NodeFailure outOfMemoryAt(String classType) {
        return new NodeFailure(classType, OUT_OF_MEMORY, """
                Allocation on device\s
                This error means you ran out of memory on your GPU.

                TIPS: If the workflow worked before you might have accidentally set the batch_size to a large number.""");
    }

    public boolean isOutOfMemory() {
        return exceptionType.equals(OUT_OF_MEMORY);
    }
}
