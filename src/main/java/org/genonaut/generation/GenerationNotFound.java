package org.genonaut.generation;

/** There is no such generation or image, or it is somebody else's: who asks is not told which. */
public final class GenerationNotFound extends RuntimeException {

    public GenerationNotFound() {
        super("No such generation");
    }
}
