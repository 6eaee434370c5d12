package org.genonaut.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads references, and reads what they refer to. */
final class References {

    static final String ENVIRONMENT = "env:";
    static final String FILE = "file:";

    private static final int LARGEST_FILE = 16_384;

    private References() {}

    static boolean isReference(String text) {
        return text.startsWith(ENVIRONMENT) || text.startsWith(FILE);
    }

    static Secret.Reference read(String text) {
        if (text.startsWith(ENVIRONMENT)) {
            return new Secret.Environment(text.substring(ENVIRONMENT.length()));
        }
        return new Secret.File(path(text.substring(FILE.length())));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("file: is followed by the absolute path of a file", e);
        }
    }

    static String follow(Secret.Reference reference, Function<String, @Nullable String> environment) {
        var found = switch (reference) {
            case Secret.Environment(var variable) -> valueOf(variable, environment);
            case Secret.File(var path) -> contentOf(path);
        };
        try {
            return new Secret.Text(found).value();
        } catch (IllegalArgumentException e) {
            throw new SecretException.Missing(reference.text() + " is empty or longer than 4,000 characters");
        }
    }

    private static String valueOf(String variable, Function<String, @Nullable String> environment) {
        var value = environment.apply(variable);
        if (value == null) {
            throw new SecretException.Missing("The environment variable " + variable + " is not set");
        }
        return value;
    }

    private static String contentOf(Path path) {
        try (var in = Files.newInputStream(path)) {
            // Whoever names the wrong file does not make us read a disk of it.
            var content = new String(in.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8);
            return content.replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new SecretException.Missing("The file " + path + " cannot be read");
        }
    }
}
