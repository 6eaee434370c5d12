package org.genonaut.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BackendMarkTest {

    @Test
    void takesTheFirstLetter() {
        assertThat(BackendMark.letters(List.of("Atlas", "Borealis"))).containsExactly("A", "B");
    }

    @Test
    void leavesOutTheWordsThatAllBeginWith() {
        assertThat(BackendMark.letters(List.of("GPU A", "GPU B", "GPU C"))).containsExactly("A", "B", "C");
    }

    @Test
    void takesTwoLettersWhenOneIsNotEnough() {
        assertThat(BackendMark.letters(List.of("Alpha", "Atlas"))).containsExactly("Al", "At");
    }

    @Test
    void countsWhenLettersDoNotTellThemApart() {
        assertThat(BackendMark.letters(List.of("render-100", "render-101", "render-102")))
                .containsExactly("1", "2", "3");
    }

    @Test
    void leavesSomethingOfANameThatAnotherBeginsWith() {
        assertThat(BackendMark.letters(List.of("GPU", "GPU B"))).containsExactly("1", "2");
    }

    @Test
    void hasNothingToMarkWithoutBackends() {
        assertThat(BackendMark.letters(List.of())).isEmpty();
    }
}
