package org.genonaut.backend;

import java.util.Set;
import org.genonaut.comfyui.Capabilities;

/** What came of trying a connection. */
public sealed interface Trial {

    /**
     * A ComfyUI answers.
     *
     * @param missing node classes that our workflows need and it lacks
     */
    record Works(Capabilities capabilities, Set<String> missing) implements Trial {

        public Works {
            missing = Set.copyOf(missing);
        }

        /** How many files there are in all of its model folders. */
        public int models() {
            return capabilities.models().values().stream()
                    .mapToInt(files -> files.size())
                    .sum();
        }
    }

    /**
     * None does.
     *
     * @param details one English sentence
     */
    record Fails(Absence why, String details) implements Trial {}

    /**
     * Something answers there that speaks the other of http and https.
     *
     * @param scheme what it speaks
     */
    record OtherScheme(String scheme) implements Trial {}
}
