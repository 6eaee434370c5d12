package org.genonaut.gallery;

import java.util.Optional;
import org.genonaut.account.AccountId;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.ImageId;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.Seed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * One account's finished images, newest first, without what is in the trash. Whoever asks names the account for which it
 * asks; what is another's is not found.
 *
 * <p>A generation whose images have all gone to the trash one by one stays in the list of generations, without images.
 */
@Service
public class Gallery {

    private static final Logger log = LoggerFactory.getLogger(Gallery.class);

    /** The most neighbours that are answered for each side. */
    public static final int MAX_NEIGHBOURS = 50;

    private final GalleryReader reader;
    private final ImageTrash trash;
    private final GenerationService generations;
    private final GenerationEvents events;

    Gallery(GalleryReader reader, ImageTrash trash, GenerationService generations, GenerationEvents events) {
        this.reader = reader;
        this.trash = trash;
        this.generations = generations;
        this.events = events;
    }

    /** The images as they are now, to be read page by page. */
    public GalleryWindow open(AccountId account) {
        return new GalleryWindow(reader, account);
    }

    public Optional<ViewedImage> find(AccountId account, ImageId id) {
        return reader.making(account, id)
                .flatMap(making -> generations
                        .find(account, making.generation())
                        .flatMap(generation -> view(id, generation, making)));
    }

    private static Optional<ViewedImage> view(ImageId id, Generation generation, GalleryReader.Making making) {
        return generation.images().stream()
                .filter(image -> image.id().equals(id))
                .findFirst()
                .map(image -> new ViewedImage(image, generation, making.backend(), making.took()));
    }

    /** @param each at most so many on each side, up to {@value #MAX_NEIGHBOURS} */
    public Neighbours neighbours(AccountId account, ImageId id, int each) {
        if (each < 0 || each > MAX_NEIGHBOURS) {
            throw new IllegalArgumentException("An image has at most " + MAX_NEIGHBOURS + " neighbours on each side");
        }
        return reader.neighbours(account, id, each);
    }

    /**
     * Has a generation made again with another seed.
     *
     * @throws org.genonaut.generation.draft.InvalidGeneration when its recipe can no longer be run
     * @throws org.genonaut.generation.LimitReached when the account would have more than it may have
     */
    public GenerationId again(AccountId account, Generation generation) {
        return generations.submit(
                account, GenerationDraft.of(generation.parameters().withSeed(Seed.random())));
    }

    /** @return false when there is no such image, or it is in the trash already */
    public boolean trash(AccountId account, ImageId id) {
        return moved(trash.putIn(account, id), account, id, "moved to the trash");
    }

    /** @return false when it is not in the trash, or its whole generation is */
    public boolean restore(AccountId account, ImageId id) {
        return moved(trash.takeOut(account, id), account, id, "taken out of the trash");
    }

    private boolean moved(boolean happened, AccountId account, ImageId id, String what) {
        if (happened) {
            log.info("Image {} {}", id, what);
            events.listChanged(account);
        }
        return happened;
    }
}
