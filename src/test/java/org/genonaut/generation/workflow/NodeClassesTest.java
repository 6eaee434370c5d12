package org.genonaut.generation.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Backends are asked for the node classes that our graphs are made of. */
class NodeClassesTest {

    @Test
    void areThoseOfTheGoldenGraphs() throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(getClass().getResource("flux.json"))
                        .toURI())
                .getParent();
        try (var files = Files.list(folder)) {
            var used = files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file -> JsonMapper.shared().readTree(file.toFile()).values().stream())
                    .map(node -> node.path("class_type").stringValue(""))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());

            assertThat(used).isEqualTo(WorkflowBuilder.NODE_CLASSES);
        }
    }
}
