package org.genonaut.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;

/** A file with one key a line, each 32 bytes in base64; empty lines and those that begin with {@code #} are comments. */
record KeyFile(Path path) {

    /** A ring without keys, which says why, if the file cannot be used: secrets must not keep anybody from starting. */
    KeyRing read() {
        try {
            return parse(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return unusable("cannot be read");
        }
    }

    private KeyRing parse(String text) {
        var keys = new ArrayList<SealingKey>();
        var lines = text.lines().map(String::strip).toList();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    keys.add(SealingKey.ofBase64(line));
                } catch (IllegalArgumentException e) {
                    return unusable("is wrong: its line " + number + " " + e.getMessage());
                }
            }
        }
        return keys.isEmpty() ? unusable("holds no key") : KeyRing.of(keys);
    }

    private KeyRing unusable(String why) {
        return KeyRing.none("The key file " + path + " " + why + "; a key is a line made by openssl rand -base64 32");
    }

    /** Makes a file with a new key, which only its owner may read, if there is none. */
    void createIfMissing() throws IOException {
        if (Files.exists(path)) {
            return;
        }
        var folder = Files.createDirectories(path.toAbsolutePath().getParent());
        var key = new byte[SealingKey.BYTES];
        new SecureRandom().nextBytes(key);
        // Whole or not at all, whenever we are killed.
        var draft = Files.createTempFile(folder, ".secret", ".tmp", ownerOnly());
        Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
