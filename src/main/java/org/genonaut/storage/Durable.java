package org.genonaut.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** File operations that a power failure cannot undo. */
final class Durable {

    /** Windows opens no folder as a file; its file systems journal names by themselves. */
    private static final boolean FOLDERS_CAN_BE_FORCED =
            !System.getProperty("os.name", "").startsWith("Windows");

    private Durable() {}

    static void forceFile(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static void forceDirectory(Path directory) throws IOException {
        if (FOLDERS_CAN_BE_FORCED) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw new FileSystemException(directory.toString(), null, "is no folder");
            }
        }
        if (parent != null) {
            forceDirectory(parent);
        }
    }

    /**
     * Gives a file its final name unless that name is taken, both in one step: a second link to the same bytes, because
     * an atomic move would replace what is there. Where a file system has no links, we look first and then move.
     *
     * @throws FileAlreadyExistsException if the name is taken
     */
    static void placeNew(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            synchronized (Durable.class) {
                if (Files.exists(target)) {
                    throw new FileAlreadyExistsException(target.toString());
                }
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }
}
