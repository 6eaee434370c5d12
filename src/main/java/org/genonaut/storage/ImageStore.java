package org.genonaut.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps originals for good and their renditions for as long as anyone wants them. What is kept survives a crash of the
 * machine, and nothing is ever visible half-written.
 *
 * <p>All methods may throw {@link StorageException.Unavailable}, and then have changed nothing.
 */
public interface ImageStore {

    /**
     * A new empty file to write a download into. It becomes an image by {@link #keep} or is forgotten: what is left
     * lying for a day is removed by {@link #removeForgotten}.
     */
    Path newIncoming();

    /**
     * Keeps an original. The incoming file is gone afterwards, whatever the outcome.
     *
     * @throws StorageException.AlreadyKept if there is an original with this key
     */
    default void keep(ImageKey key, Path incoming) {
        keep(key, Rendition.ORIGINAL, incoming);
    }

    /**
     * Keeps one form of an image. A rendition may replace an equal one, an original never.
     *
     * @throws StorageException.AlreadyKept if there is an original with this key
     */
    void keep(ImageKey key, Rendition rendition, Path incoming);

    /** The original. @throws StorageException.Missing if there is none */
    default StoredFile open(ImageKey key) {
        return find(key, Rendition.ORIGINAL).orElseThrow(() -> new StorageException.Missing(key));
    }

    Optional<StoredFile> find(ImageKey key, Rendition rendition);

    /**
     * The originals that were kept longer ago than this, in no order. To be closed, and to be read to its end without
     * haste: it walks through the store.
     */
    Stream<ImageKey> keptBefore(Duration age);

    /** Removes incoming files that a crash has left. */
    void removeForgotten();

    /** Removes an image in all its forms; none there is no error. */
    void delete(ImageKey key);
}
