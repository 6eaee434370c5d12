package org.genonaut.gallery;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.genonaut.account.AccountId;
import org.genonaut.generation.ImageId;
import org.jspecify.annotations.Nullable;

/**
 * One account's images as they were when it was opened, newest first: what arrives later stays outside, so that nothing
 * moves under the hands of who scrolls. Places that were reached once are remembered, so that each next one is found by
 * its id from the nearest of them and not by counting from the start.
 */
public final class GalleryWindow {

    private static final int ANCHOR_EVERY = 500;

    private final GalleryReader reader;
    private final AccountId account;
    private final @Nullable ImageId newest;
    private final int size;

    /** Which image stands at which place. */
    private final NavigableMap<Integer, ImageId> anchors = new ConcurrentSkipListMap<>();

    GalleryWindow(GalleryReader reader, AccountId account) {
        this.reader = reader;
        this.account = account;
        this.newest = reader.newest(account).orElse(null);
        this.size = newest == null ? 0 : reader.countUpTo(account, newest);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public Optional<ImageId> newest() {
        return Optional.ofNullable(newest);
    }

    /** Whether both show the same images, as far as can be told from outside. */
    public boolean isLike(GalleryWindow other) {
        return size == other.size && newest().equals(other.newest());
    }

    /** How many images have arrived since this was opened. */
    public int arrived() {
        return newest == null ? new GalleryWindow(reader, account).size() : reader.countNewerThan(account, newest);
    }

    /** The shapes of so many of the newest images. */
    public List<ImageShape> shapes(int limit) {
        if (newest == null) {
            return List.of();
        }
        var shapes = reader.shapes(account, newest, limit);
        for (int place = 0; place < shapes.size(); place += ANCHOR_EVERY) {
            anchors.put(place, shapes.get(place).id());
        }
        return shapes;
    }

    /**
     * The images from a place on.
     *
     * @param offset from 0, the newest
     * @param limit at most so many; fewer come at the end
     */
    public List<GalleryImage> page(int offset, int limit) {
        if (newest == null) {
            return List.of();
        }
        var nearest = Optional.ofNullable(anchors.floorEntry(offset));
        var page = reader.page(
                account,
                nearest.map(anchor -> anchor.getValue()).orElse(newest),
                offset - nearest.map(anchor -> anchor.getKey()).orElse(0),
                limit);
        if (!page.isEmpty()) {
            anchors.put(offset, page.getFirst().id());
            anchors.put(offset + page.size() - 1, page.getLast().id());
        }
        return page;
    }

    /** The place where an image stands, or would stand if it were there. */
    public int placeOf(ImageId image) {
        if (newest == null) {
            return 0;
        }
        return Math.max(0, reader.countNewerThan(account, image) - arrived());
    }
}
