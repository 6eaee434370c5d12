package org.genonaut.simulator.drawing.place;

import java.util.function.BiFunction;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.figure.Figure;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Sketch;
import org.genonaut.simulator.drawing.scene.Words;

/** Where a picture plays: the first of these nouns in the prompt, else where its figure is at home. */
public enum Place {
    SPACE(
            (sketch, figure) -> Space.draw(sketch),
            "planet",
            "space",
            "galaxy",
            "saturn",
            "jupiter",
            "mars",
            "nebula",
            "gas giant",
            "cosmo",
            "cosmic",
            "alien world",
            "orbit",
            "exoplanet"),
    POND((sketch, figure) -> Pond.draw(sketch), "koi", "pond", "fish", "carp", "lily pad", "goldfish", "underwater"),
    STREET(
            (sketch, figure) -> Street.draw(sketch),
            "street",
            "alley",
            "road",
            "avenue",
            "crossing",
            "neon",
            "traffic",
            "lane"),
    FOREST(
            (sketch, figure) -> Forest.draw(sketch),
            "forest",
            "wood",
            "woodland",
            "jungle",
            "spruce",
            "pine",
            "grove",
            "birch",
            "redwood",
            "taiga"),
    CITY(
            City::draw,
            "city",
            "skyline",
            "town",
            "skyscraper",
            "metropoli",
            "downtown",
            "harbour",
            "harbor",
            "tokyo",
            "urban",
            "cyberpunk",
            "cityscape"),
    DUNES((sketch, figure) -> Dunes.draw(sketch), "dune", "desert", "sand", "sahara", "oasi"),
    COURTYARD(
            Courtyard::draw,
            "courtyard",
            "arch",
            "arche",
            "terracotta",
            "patio",
            "piazza",
            "colonnade",
            "plaza",
            "arcade",
            "architecture"),
    ROOM(
            Room::draw,
            "room",
            "interior",
            "bedroom",
            "kitchen",
            "desk",
            "armchair",
            "sofa",
            "library",
            "indoor",
            "studio",
            "cafe",
            "office",
            "living room",
            "apothecary"),
    TABLETOP((sketch, figure) -> Tabletop.draw(sketch), "table", "linen", "tabletop", "still life"),
    WINDOWSILL((sketch, figure) -> Windowsill.draw(sketch), "windowsill", "window", "sill", "balcony"),
    SEA(
            Sea::draw,
            "sea",
            "ocean",
            "coast",
            "cliff",
            "shore",
            "beach",
            "wave",
            "island",
            "seascape",
            "bay",
            "sailing",
            "lake",
            "river",
            "fjord",
            "water",
            "horizon"),
    MEADOW(
            Meadow::draw,
            "meadow",
            "hill",
            "field",
            "valley",
            "garden",
            "countryside",
            "grass",
            "grassland",
            "park",
            "vineyard",
            "pasture",
            "paper cut",
            "papercut"),
    RIDGES(
            (sketch, figure) -> Ridges.draw(sketch),
            "mountain",
            "ridge",
            "alp",
            "peak",
            "summit",
            "alpine",
            "canyon",
            "himalaya",
            "glacier",
            "volcano",
            "aurora",
            "northern light",
            "landscape"),
    FLOW(
            (sketch, figure) -> Flow.draw(sketch),
            "abstract",
            "marble",
            "ink in water",
            "fluid",
            "swirl",
            "texture",
            "pattern",
            "smoke",
            "liquid"),
    BACKDROP(
            (sketch, figure) -> Backdrop.draw(sketch),
            "backdrop",
            "plain background",
            "simple background",
            "white background");

    private final BiFunction<Sketch, Figure, Stage> drawer;
    private final String[] words;

    Place(BiFunction<Sketch, Figure, Stage> drawer, String... words) {
        this.drawer = drawer;
        this.words = words;
    }

    public static Place of(Words words, Words unwanted, Figure figure, Dice dice) {
        Place chosen = home(figure, dice);
        int first = Words.ABSENT;
        for (Place place : values()) {
            int at = words.firstOf(place.words);
            if (at < first && !unwanted.has(place.words)) {
                first = at;
                chosen = place;
            }
        }
        return chosen;
    }

    public Stage draw(Sketch sketch, Figure figure) {
        return drawer.apply(sketch, figure);
    }

    private static Place home(Figure figure, Dice dice) {
        return switch (figure) {
            case LIGHTHOUSE, SHIP -> SEA;
            case CASTLE, DRAGON, WANDERER, BALLOON -> RIDGES;
            case HOUSE, TREE, FLOWERS, ROBOT -> MEADOW;
            case CAT -> WINDOWSILL;
            case CAR -> DUNES;
            case UMBRELLA -> STREET;
            case HERBS -> ROOM;
            case PORTRAIT -> BACKDROP;
            case VASE, BOTTLE -> TABLETOP;
            case NONE -> dice.oneOf(RIDGES, MEADOW, SEA, DUNES, RIDGES, FLOW);
        };
    }
}
