package org.genonaut.generation.forecast;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.BackendOrigin;
import org.genonaut.backend.BackendState;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelId;
import org.genonaut.catalog.ModelType;
import org.junit.jupiter.api.Test;

class MissingFilesTest {

    private final Backend atlas = backend("Atlas");
    private final Backend borealis = backend("Borealis");
    private final Backend ceres = backend("Ceres");
    private final List<Backend> fleet = List.of(atlas, borealis, ceres);

    @Test
    void namesTheFilesThatNobodyHas() {
        var why = MissingFiles.why(List.of(model("jugger", atlas), model("grain"), model("fog")), fleet);

        assertThat(why)
                .isEqualTo(new Why.FileMissing(List.of("fog", "grain"), List.of(lacks("Atlas", "fog", "grain"))));
    }

    @Test
    void namesTheBackendsThatLackTheFewestAndWhatTheyLack() {
        var why = MissingFiles.why(
                List.of(model("jugger", atlas, borealis), model("grain", atlas), model("fog", borealis)), fleet);

        assertThat(why)
                .isEqualTo(new Why.FileMissing(List.of(), List.of(lacks("Atlas", "fog"), lacks("Borealis", "grain"))));
    }

    private static Why.Lacking lacks(String backend, String... files) {
        return new Why.Lacking(backend, List.of(files));
    }

    private static Backend backend(String name) {
        var unknown = new BackendState.Unknown(Instant.EPOCH);
        var id = new BackendId(UUID.randomUUID());
        return new Backend(id, name, URI.create("http://" + name), BackendOrigin.CONFIG, unknown, null);
    }

    private static AvailableModel model(String name, Backend... where) {
        var presence = Stream.of(where).collect(toMap(Backend::id, backend -> name));
        return new AvailableModel(
                new ModelId(UUID.randomUUID()),
                ModelType.LORA,
                name,
                ModelFamily.SDXL,
                name,
                "",
                true,
                null,
                List.of(),
                presence);
    }
}
