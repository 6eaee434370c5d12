package org.genonaut.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GnIconTest {

    @Test
    void everyIconIsDrawnAndEveryDrawingIsAnIcon() throws IOException {
        var sprite = new String(
                getClass().getResourceAsStream("/META-INF/resources/icons.svg").readAllBytes(), StandardCharsets.UTF_8);
        var drawn = Pattern.compile("<symbol id=\"([^\"]+)\"")
                .matcher(sprite)
                .results()
                .map((MatchResult symbol) -> symbol.group(1))
                .toList();

        assertThat(Arrays.stream(GnIcon.values()).map(GnIcon::symbol)).containsExactlyInAnyOrderElementsOf(drawn);
    }
}
