package org.genonaut.secret;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** A password, a token or the like: itself, or where it stands. Shows where, and never itself. */
public sealed interface Secret {

    /** Where a secret stands. It may be shown and stored as it is, and is looked up at each use. */
    sealed interface Reference extends Secret {

        /** As people write it, such as {@code env:GPU_TOKEN}. */
        String text();
    }

    /**
     * A secret itself.
     *
     * @param value 1 to 4,000 characters
     */
    record Text(String value) implements Secret {

        private static final int LONGEST = 4_000;

        public Text {
            if (value.isEmpty() || value.length() > LONGEST) {
                throw new IllegalArgumentException("A secret has 1 to 4,000 characters");
            }
        }

        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    /** The value of an environment variable of this process. */
    record Environment(String variable) implements Reference {

        private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

        public Environment {
            if (!VARIABLE.matcher(variable).matches()) {
                throw new IllegalArgumentException("env: is followed by the name of an environment variable");
            }
        }

        @Override
        public String text() {
            return References.ENVIRONMENT + variable;
        }
    }

    /**
     * The content of a file without the end of its last line.
     *
     * @param path absolute
     */
    record File(Path path) implements Reference {

        public File {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("file: is followed by the absolute path of a file");
            }
        }

        @Override
        public String text() {
            return References.FILE + path;
        }
    }

    /**
     * A reference if the text begins with {@code env:} or {@code file:}, else the secret itself.
     *
     * @throws IllegalArgumentException saying what is wrong, without the text
     */
    static Secret of(String text) {
        return References.isReference(text) ? References.read(text) : new Text(text);
    }
}
