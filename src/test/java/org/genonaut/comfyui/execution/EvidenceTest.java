package org.genonaut.comfyui.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genonaut.comfyui.Recorded;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void hidesTheLongestTextFirst() {
        var evidence = new Evidence(List.of("a cat", "a cat on a roof"));

        assertThat(evidence.message("bad: a cat on a roof")).isEqualTo("bad: [prompt]");
    }

    @Test
    void leavesTextsAloneThatAreTooShortToMeanAnything() {
        assertThat(new Evidence(List.of("a")).message("a bad value")).isEqualTo("a bad value");
    }

    @Test
    void shortens() {
        assertThat(new Evidence(List.of()).detail("x".repeat(501))).hasSize(500).endsWith("…");
    }

    @Test
    void turnsNoTextAround() {
        assertThat(new Evidence(List.of("turned \u202Etext")).detail("bad: turned \u202Etext, \u202Eevil"))
                .isEqualTo("bad: [prompt], evil");
    }

    @Test
    void findsTheTextsOfAGraph() {
        assertThat(Recorded.txt2imgGraph().promptTexts()).contains("a cat, spkstyle");
    }
}
