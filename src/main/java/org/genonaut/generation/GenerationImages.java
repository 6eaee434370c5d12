package org.genonaut.generation;

import java.util.Optional;
import org.genonaut.account.AccountId;
import org.springframework.stereotype.Service;

/** Finds single images. The one place that decides who may see the bytes of which. */
@Service
public class GenerationImages {

    private final GenerationReader reader;

    GenerationImages(GenerationReader reader) {
        this.reader = reader;
    }

    public Optional<GeneratedImage> find(AccountId account, ImageId image) {
        return reader.image(account, image);
    }

    /** @param number of the image in its generation, from 0 */
    public Optional<GeneratedImage> find(AccountId account, GenerationId generation, int number) {
        return reader.image(account, generation, number);
    }
}
