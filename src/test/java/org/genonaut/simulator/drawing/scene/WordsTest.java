package org.genonaut.simulator.drawing.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.figure.Figure;
import org.genonaut.simulator.drawing.place.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lighthouse on a basalt cliff before a storm, long exposure sea | LIGHTHOUSE | SEA",
                "Spruce forest in fog, light shafts, lone hiker in a red jacket | WANDERER | FOREST",
                "Ringed gas giant over a frozen moon, 1970s paperback cover | NONE | SPACE",
                "Ceramic still life, celadon vase with olive branch and persimmons on linen | VASE | TABLETOP",
                "Sun-washed terracotta courtyard, arches, one lemon tree | TREE | COURTYARD",
                "(koi:1.3) in a pond, [lily pads] | NONE | POND",
                "a cat by the window at night | CAT | WINDOWSILL",
                "castles above the dunes | CASTLE | DUNES",
                "mixing herbs with mortar and pestle, character in a cozy room | HERBS | ROOM",
                "galleon | SHIP | SEA"
            })
    void findsFigureAndPlace(String prompt, Figure figure, Place place) {
        var words = new Words(prompt);
        var nothing = new Words("");

        assertThat(Figure.of(words, nothing)).isEqualTo(figure);
        assertThat(Place.of(words, nothing, figure, new Dice(1))).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"cat on a sofa; cats; NONE", "hiker in a forest; people; NONE", "woman and a cat; people; CAT"})
    void leavesOutWhatTheNegativePromptNames(String prompt, String negative, Figure figure) {
        assertThat(Figure.of(new Words(prompt.trim()), new Words(negative))).isEqualTo(figure);
    }
}
