package org.genonaut.simulator.drawing.figure;

import java.util.function.BiConsumer;
import org.genonaut.simulator.drawing.scene.Sketch;
import org.genonaut.simulator.drawing.scene.Words;

/** What a picture is of: the first of these nouns in the prompt. */
public enum Figure {
    LIGHTHOUSE(Buildings::lighthouse, "lighthouse", "beacon"),
    CASTLE(Castle::draw, "castle", "fortress", "palace", "tower", "ruin", "citadel", "temple"),
    HOUSE(Buildings::house, "house", "cabin", "cottage", "hut", "farm", "barn", "village", "home", "lodge", "mill"),
    CAT(Animals::cat, "cat", "kitten", "kitty", "feline"),
    DRAGON(Dragon::draw, "dragon", "wyvern", "drake"),
    ROBOT(Robot::draw, "robot", "android", "mech", "mecha", "automaton", "droid", "cyborg"),
    CAR(Vehicles::car, "car", "automobile", "sport car", "convertible", "van", "truck", "taxi", "vehicle"),
    SHIP(Vehicles::ship, "ship", "boat", "sailboat", "sailing", "galleon", "yacht", "sail", "vessel", "schooner"),
    BALLOON(Balloon::draw, "balloon", "airship", "zeppelin", "hot air balloon"),
    UMBRELLA(People::umbrella, "umbrella", "parasol"),
    WANDERER(
            People::wanderer,
            "hiker",
            "wanderer",
            "traveller",
            "traveler",
            "figure",
            "pilgrim",
            "astronaut",
            "person",
            "knight",
            "samurai",
            "wizard",
            "witch",
            "warrior",
            "explorer",
            "people",
            "child"),
    HERBS(Portrait::draw, "herb", "mortar", "pestle", "apothecary"),
    PORTRAIT(
            Portrait::draw,
            "portrait",
            "woman",
            "man",
            "girl",
            "boy",
            "lady",
            "1girl",
            "1boy",
            "face",
            "hat",
            "character",
            "queen",
            "king",
            "princess",
            "prince",
            "model",
            "headshot",
            "maomao",
            "smiling"),
    VASE(
            StillLife::vase,
            "vase",
            "still life",
            "pottery",
            "ceramic",
            "jug",
            "pitcher",
            "fruit",
            "persimmon",
            "bowl",
            "teapot"),
    BOTTLE(StillLife::bottle, "bottle", "perfume", "product", "cosmetic", "flacon", "packaging", "potion"),
    TREE(Trees::lone, "tree", "oak", "willow", "bonsai", "sakura", "cherry tree", "lone tree", "baobab"),
    FLOWERS(
            Flowers::bunch,
            "flower",
            "bouquet",
            "rose",
            "tulip",
            "poppy",
            "poppie",
            "sunflower",
            "blossom",
            "peony",
            "peonie",
            "wildflower",
            "daisy",
            "daisie",
            "lavender"),
    NONE((sketch, stage) -> {});

    private final BiConsumer<Sketch, Stage> drawer;
    private final String[] words;

    Figure(BiConsumer<Sketch, Stage> drawer, String... words) {
        this.drawer = drawer;
        this.words = words;
    }

    public static Figure of(Words words, Words unwanted) {
        boolean nobody = unwanted.has("people", "person", "human", "character", "woman", "man");
        Figure chosen = NONE;
        int first = Words.ABSENT;
        for (Figure figure : values()) {
            int at = words.firstOf(figure.words);
            if (at < first && !unwanted.has(figure.words) && !(nobody && figure.isHuman())) {
                first = at;
                chosen = figure;
            }
        }
        return chosen == PORTRAIT && words.has(HERBS.words) && !unwanted.has(HERBS.words) ? HERBS : chosen;
    }

    public void draw(Sketch sketch, Stage stage) {
        drawer.accept(sketch, stage);
    }

    public boolean floats() {
        return this == SHIP;
    }

    private boolean isHuman() {
        return switch (this) {
            case UMBRELLA, WANDERER, HERBS, PORTRAIT -> true;
            case LIGHTHOUSE, CASTLE, HOUSE, CAT, DRAGON, ROBOT, CAR, SHIP, BALLOON, VASE, BOTTLE, TREE, FLOWERS, NONE ->
                false;
        };
    }
}
