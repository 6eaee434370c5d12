package org.genonaut.generation;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such generation or image, or it is somebody else's: who asks is not told which. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class GenerationNotFound extends RuntimeException {

    public GenerationNotFound() {
        super("There is none with this id.");
    }
}
