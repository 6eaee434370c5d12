package org.genonaut.generation.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Violations as they are stored beside a job that a server refused. */
public final class ViolationsJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ViolationsJson() {}

    /** Null if there are none. */
    public static @Nullable String write(List<Violation> violations) {
        return violations.isEmpty() ? null : JSON.writeValueAsString(violations);
    }

    public static List<Violation> read(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, new TypeReference<>() {});
    }
}
