package org.genonaut.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;

/** An image store in a folder: {@code original/}, one folder for each rendition, and {@code incoming/}. */
@Component
class DiskImageStore implements ImageStore {

    private static final Logger log = LoggerFactory.getLogger(DiskImageStore.class);

    /** No download takes a day: what is older was left by a crash. */
    private static final Duration FORGOTTEN = Duration.ofHours(24);

    private final Path root;
    private final Path incoming;

    DiskImageStore(StorageProperties properties) {
        root = properties.directory().toAbsolutePath().normalize();
        incoming = root.resolve("incoming");
        try {
            Durable.createDirectories(incoming);
            for (Rendition rendition : Rendition.values()) {
                Durable.createDirectories(root.resolve(rendition.word()));
            }
            removeForgottenFiles();
            Files.delete(newIncoming());
        } catch (IOException e) {
            throw new StorageException.Unavailable("Images cannot be kept in " + root + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Path newIncoming() {
        try {
            return Files.createFile(incoming.resolve(UUID.randomUUID() + ".part"));
        } catch (IOException e) {
            throw unavailable("No file can be made in " + incoming, e);
        }
    }

    @Override
    public void keep(ImageKey key, Rendition rendition, Path file) {
        if (!incoming.equals(file.toAbsolutePath().normalize().getParent())) {
            throw new IllegalArgumentException("Only what came from newIncoming() can be kept");
        }
        Path target = path(key, rendition);
        try {
            Durable.forceFile(file);
            Durable.createDirectories(parent(target));
            if (rendition == Rendition.ORIGINAL) {
                Durable.placeNew(file, target);
            } else {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            Durable.forceDirectory(parent(target));
        } catch (FileAlreadyExistsException taken) {
            throw new StorageException.AlreadyKept(key);
        } catch (IOException e) {
            throw unavailable("Image " + key + " cannot be kept", e);
        } finally {
            discard(file);
        }
    }

    @Override
    public Optional<StoredFile> find(ImageKey key, Rendition rendition) {
        Path path = path(key, rendition);
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new StoredFile(
                            new FileSystemResource(path),
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw unavailable("Image " + key + " cannot be read", e);
        }
    }

    /** The original goes last: a delete that was cut short can be done again. */
    @Override
    public void delete(ImageKey key) {
        Rendition[] renditions = Rendition.values();
        try {
            for (int i = renditions.length - 1; i >= 0; i--) {
                Path path = path(key, renditions[i]);
                if (Files.deleteIfExists(path)) {
                    Durable.forceDirectory(parent(path));
                }
            }
        } catch (IOException e) {
            throw unavailable("Image " + key + " cannot be deleted", e);
        }
    }

    @Override
    public Stream<ImageKey> keptBefore(Duration age) {
        var originals = root.resolve(Rendition.ORIGINAL.word());
        var before = FileTime.from(Instant.now().minus(age));
        try {
            return Files.find(
                            originals,
                            Integer.MAX_VALUE,
                            (path, is) ->
                                    is.isRegularFile() && is.lastModifiedTime().compareTo(before) < 0)
                    .map(path -> key(originals.relativize(path)))
                    .flatMap(Optional::stream);
        } catch (IOException e) {
            throw unavailable("The images in " + originals + " cannot be listed", e);
        }
    }

    /** What is no key was not made by us and is none of our business. */
    private static Optional<ImageKey> key(Path relative) {
        try {
            return Optional.of(new ImageKey(relative.toString().replace(File.separatorChar, '/')));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private Path path(ImageKey key, Rendition rendition) {
        Path folder = root.resolve(rendition.word());
        String name = rendition == Rendition.ORIGINAL ? key.value() : key.value() + ".webp";
        return folder.resolve(name);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException("Every stored file lies in a folder");
        }
        return parent;
    }

    @Override
    public void removeForgotten() {
        try {
            removeForgottenFiles();
        } catch (IOException e) {
            throw unavailable("Unfinished files cannot be removed from " + incoming, e);
        }
    }

    private void removeForgottenFiles() throws IOException {
        Instant before = Instant.now().minus(FORGOTTEN);
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        }
        if (removed > 0) {
            log.info("Removed {} unfinished files from {}", removed, incoming);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("Unfinished file {} stays until it is a day old: {}", file.getFileName(), e.getMessage());
        }
    }

    private static StorageException.Unavailable unavailable(String what, IOException cause) {
        return new StorageException.Unavailable(what + ": " + cause.getMessage(), cause);
    }
}
