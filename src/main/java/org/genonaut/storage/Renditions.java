package org.genonaut.storage;

import jakarta.annotation.PreDestroy;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Gives an image in the form that is asked for and makes that form when it is not there yet. Each image has one maker
 * at a time; at most one image per core is decoded.
 */
@Service
public class Renditions {

    private static final Logger log = LoggerFactory.getLogger(Renditions.class);

    private final ImageStore store;
    private final Semaphore decoders;

    /** Leaves a decoder free for those who wait for a picture on their screen. */
    private final Semaphore preparers;

    private final ReentrantLock[] makers = new ReentrantLock[256];
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("renditions-", 1).factory());

    Renditions(ImageStore store) {
        int cores = Runtime.getRuntime().availableProcessors();
        this.store = store;
        decoders = new Semaphore(cores);
        preparers = new Semaphore(Math.max(1, cores - 1));
        Arrays.setAll(makers, i -> new ReentrantLock());
    }

    /**
     * The image in that form; makes it first, which takes up to 2 s, when it is not there yet.
     *
     * @throws StorageException.Missing if there is no such image
     * @throws UnreadableImage if the original cannot be decoded
     * @throws StorageException.Unavailable if the store fails
     */
    public StoredFile get(ImageKey original, Rendition rendition) {
        return store.find(original, rendition).orElseGet(() -> {
            if (rendition != Rendition.ORIGINAL) {
                make(original, EnumSet.of(rendition));
            }
            return store.find(original, rendition).orElseThrow(() -> new StorageException.Missing(original));
        });
    }

    /** Makes all forms soon, in the background; what fails is logged and tried again when somebody asks. */
    public void prepare(ImageKey original) {
        workers.execute(() -> {
            preparers.acquireUninterruptibly();
            try {
                make(original, EnumSet.of(Rendition.W512, Rendition.W256, Rendition.VIEW));
            } catch (StorageException e) {
                log.warn("Renditions of image {} are not prepared: {}", original, e.getMessage());
            } finally {
                preparers.release();
            }
        });
    }

    /** Stops making; what is half-made is not visible. */
    @PreDestroy
    void close() {
        workers.shutdownNow();
    }

    /** Makes those that are still missing when it is our turn. */
    private void make(ImageKey original, EnumSet<Rendition> wanted) {
        var maker = makers[Math.floorMod(original.hashCode(), makers.length)];
        maker.lock();
        try {
            wanted.removeIf(rendition -> store.find(original, rendition).isPresent());
            if (!wanted.isEmpty()) {
                decoders.acquireUninterruptibly();
                try {
                    decodeAndMake(original, wanted);
                } finally {
                    decoders.release();
                }
            }
        } finally {
            maker.unlock();
        }
        if (store.find(original, Rendition.ORIGINAL).isEmpty()) {
            // Deleted while we were at it: what we made must not outlive it.
            store.delete(original);
            throw new StorageException.Missing(original);
        }
    }

    /** From large to small, each from the one before; the 256 alone comes from the 512, which is made along. */
    private void decodeAndMake(ImageKey original, EnumSet<Rendition> missing) {
        StoredFile source = store.open(original);
        if (missing.contains(Rendition.W256)) {
            var half = store.find(original, Rendition.W512);
            if (half.isEmpty()) {
                missing.add(Rendition.W512);
            } else if (missing.size() == 1) {
                source = half.get();
            }
        }
        try {
            BufferedImage image = Codec.decode(source.content());
            for (Rendition rendition : missing) {
                image = Codec.fit(image, rendition.longestSide());
                keep(original, rendition, image);
            }
        } catch (FileNotFoundException | NoSuchFileException e) {
            log.debug("Image {} was deleted while it was read", original, e);
        } catch (IOException e) {
            throw new StorageException.Unavailable(
                    "Renditions of image " + original + " cannot be made: " + e.getMessage(), e);
        }
    }

    private void keep(ImageKey original, Rendition rendition, BufferedImage image) throws IOException {
        Path incoming = store.newIncoming();
        try {
            Codec.writeWebP(image, rendition.quality(), incoming);
            store.keep(original, rendition, incoming);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }
}
