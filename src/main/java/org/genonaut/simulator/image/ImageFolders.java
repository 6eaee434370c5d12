package org.genonaut.simulator.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The output, input and temp folders of a server, below a temporary directory of its own. When the pictures grow beyond
 * a limit the oldest ones are deleted, as somebody who looks after a real server would do.
 */
public final class ImageFolders implements AutoCloseable {
    private static final long CAPACITY = 512L * 1024 * 1024;
    private static final List<String> TYPES = List.of("output", "input", "temp");

    private final Path root;
    private final Deque<Path> written = new ArrayDeque<>();
    private long bytes;

    public ImageFolders() {
        try {
            root = Files.createTempDirectory("genonaut-simulator-");
            for (var type : TYPES) {
                Files.createDirectory(root.resolve(type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory of a type, or empty if there is no such type. */
    public Optional<Path> directory(String type) {
        return TYPES.contains(type) ? Optional.of(root.resolve(type)) : Optional.empty();
    }

    /** A picture by its name with an optional {@code [input]}, {@code [output]} or {@code [temp]} behind it. */
    public Optional<Path> annotated(String name) {
        for (var type : TYPES) {
            var suffix = " [" + type + "]";
            if (name.endsWith(suffix)) {
                return existing(type, name.substring(0, name.length() - suffix.length()));
            }
        }
        return existing("input", name);
    }

    private Optional<Path> existing(String type, String name) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        var directory = root.resolve(type);
        var file = directory.resolve(name).normalize();
        return file.startsWith(directory) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** The names of the pictures directly in the input folder. */
    public List<String> inputs() {
        try (var files = Files.list(root.resolve("input"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file, and deletes the oldest ones if that is too much. */
    public synchronized void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        written.add(file);
        bytes += content.length;
        while (bytes > CAPACITY && written.size() > 1) {
            var oldest = written.remove();
            bytes -= Files.exists(oldest) ? Files.size(oldest) : 0;
            Files.deleteIfExists(oldest);
        }
    }

    /** Deletes a picture, if it is there. */
    public void delete(String type, String subfolder, String name) {
        try {
            Files.deleteIfExists(root.resolve(type).resolve(subfolder).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empties the temp folder, as a server does when it starts. */
    public void wipeTemp() {
        var temp = root.resolve("temp");
        delete(temp);
        try {
            Files.createDirectory(temp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(root);
    }

    private static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
