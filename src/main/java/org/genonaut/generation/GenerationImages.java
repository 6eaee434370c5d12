package org.genonaut.generation;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.genonaut.account.AccountId;
import org.genonaut.storage.ImageKey;
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

    /** Which of these files are images of any generation. */
    public Set<ImageKey> named(Collection<ImageKey> keys) {
        return reader.named(keys);
    }

    /** @param number of the image in its generation, from 0 */
    public Optional<GeneratedImage> find(AccountId account, GenerationId generation, int number) {
        return reader.image(account, generation, number);
    }
}
