package org.genonaut.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder that the embedded database lives in, locked so that only one process uses it. */
final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the folder when it is missing and locks it until {@link #close()} or the end of the process.
     *
     * @throws EmbeddedDatabaseException.InUse when a living process, this one included, holds the lock
     */
    static DataDirectory open(Path path) {
        try {
            // The real path: processes are recognised by the path of their executable.
            var root = Files.createDirectories(path).toRealPath();
            return new DataDirectory(root, lock(root));
        } catch (IOException e) {
            throw new EmbeddedDatabaseException.Unusable(path.toAbsolutePath(), e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel =
                FileChannel.open(root.resolve("genonaut.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new EmbeddedDatabaseException.InUse(root);
        }
        channel.close();
        throw new EmbeddedDatabaseException.InUse(root);
    }

    Path root() {
        return root;
    }

    /** MariaDB's own data directory. */
    Path tables() {
        return root.resolve("database");
    }

    Path temporaryTables() throws IOException {
        return Files.createDirectories(root.resolve("database-tmp"));
    }

    Path log() {
        return root.resolve("mariadb.log");
    }

    /** Begins a new log, keeping the last one: it tells why a server ended. */
    Path newLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), root.resolve("mariadb.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log();
    }

    /** The password of the database account, made at random on first use. */
    String password() throws IOException {
        var file = root.resolve("database.password");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            writeSecret(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    /** Writes a file that only its owner may read, whole or not at all. */
    Path writeSecret(Path file, String content) throws IOException {
        var draft = Files.createTempFile(root, ".secret", ".tmp", ownerOnly());
        Files.writeString(draft, content);
        return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
