package org.genonaut.generation.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.Download;
import org.genonaut.comfyui.OutputImage;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.JobImage;
import org.genonaut.generation.queue.TimeOrderedId;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.storage.ImageHeader;
import org.genonaut.storage.ImageKey;
import org.genonaut.storage.ImageStore;
import org.genonaut.storage.Renditions;
import org.genonaut.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Brings the images of a finished prompt into our own store, byte for byte as ComfyUI made them. */
@Component
class ImageCollector {

    private static final Logger log = LoggerFactory.getLogger(ImageCollector.class);

    private final ImageStore store;
    private final Renditions renditions;
    private final RunProperties properties;
    private final Clock clock;

    ImageCollector(ImageStore store, Renditions renditions, RunProperties properties, Clock clock) {
        this.store = store;
        this.renditions = renditions;
        this.properties = properties;
        this.clock = clock;
    }

    /** Files that are in the store and in no table yet. */
    final class Stored {

        private final List<JobImage> images = new ArrayList<>();

        List<JobImage> images() {
            return images;
        }

        /**
         * Gives them to whoever takes them; what is not taken is discarded.
         *
         * @return whether they were taken
         */
        boolean handOver(Predicate<List<JobImage>> taker) {
            boolean taken = false;
            try {
                taken = taker.test(images);
            } catch (DataIntegrityViolationException refused) {
                discard();
                throw refused;
            }
            // What becomes of them when the database is away is not known: then they wait for the sweep.
            if (taken) {
                prepareRenditions();
            } else {
                discard();
            }
            return taken;
        }

        /** Off the critical path: whoever asks earlier has them made on demand. */
        private void prepareRenditions() {
            images.forEach(image -> renditions.prepare(new ImageKey(image.storageKey())));
        }

        /** They belong to nobody. */
        private void discard() {
            images.forEach(image -> store.delete(new ImageKey(image.storageKey())));
        }
    }

    /**
     * @param batchSize how many images a job of this request makes; what the server lists beyond that is left there
     * @throws StorageException when they cannot be kept; then none is
     * @throws org.genonaut.comfyui.ComfyUIException when they cannot be fetched; then none is kept
     */
    Stored collect(ComfyUIClient comfyUI, Claim claim, List<OutputImage> outputs, int batchSize)
            throws InterruptedException {
        var stored = new Stored();
        try {
            var wanted = wanted(outputs, batchSize);
            for (int position = 0; position < wanted.size(); position++) {
                stored.images.add(collect(comfyUI, claim, wanted.get(position), position, batchSize));
            }
            return stored;
        } catch (RuntimeException | InterruptedException halfDone) {
            stored.discard();
            throw halfDone;
        }
    }

    /** Numbers beyond the batch belong to the images of the next job. */
    static List<OutputImage> wanted(List<OutputImage> outputs, int batchSize) {
        if (outputs.size() > batchSize) {
            log.warn("A server lists {} files for a batch of {}; the others are left there", outputs.size(), batchSize);
        }
        return outputs.subList(0, Math.min(outputs.size(), batchSize));
    }

    private JobImage collect(ComfyUIClient comfyUI, Claim claim, OutputImage output, int position, int batchSize)
            throws InterruptedException {
        var incoming = store.newIncoming();
        try {
            var download =
                    comfyUI.download(output, incoming, properties.maxImage().toBytes());
            return keep(claim, incoming, download, position, batchSize);
        } finally {
            removeIfLeft(incoming);
        }
    }

    private JobImage keep(Claim claim, Path incoming, Download download, int position, int batchSize) {
        var header = ImageHeader.read(incoming);
        var id = TimeOrderedId.next();
        var key = ImageKey.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), id, header.format());
        store.keep(key, incoming);
        return new JobImage(
                id,
                position,
                claim.number() * batchSize + position,
                Seed.of(claim.seed()).value(),
                key.value(),
                download.sha256().bytes(),
                header.format().mediaType(),
                download.bytes(),
                header.width(),
                header.height());
    }

    private static void removeIfLeft(Path incoming) {
        try {
            Files.deleteIfExists(incoming);
        } catch (IOException cannotRemove) {
            throw new UncheckedIOException(cannotRemove);
        }
    }
}
