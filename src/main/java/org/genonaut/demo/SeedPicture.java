package org.genonaut.demo;

import java.math.BigInteger;
import java.util.List;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.Seed;

/** One generation of the demo's first gallery. */
record SeedPicture(String owner, String prompt, String negative, String checkpoint, int width, int height, long seed) {

    private static final String JUGGERNAUT = "juggernautXL_v9.safetensors";
    private static final String REALVIS = "realvisxlV40.safetensors";
    private static final String ILLUSTRIOUS = "illustriousXL_v01.safetensors";
    private static final String DREAMSHAPER = "dreamshaper_8.safetensors";
    private static final String FLUX = "flux1-dev-fp8.safetensors";

    /** Few steps: they are drawn while somebody may be waiting for a picture of their own. */
    private static final int STEPS = 12;

    static List<SeedPicture> all() {
        return List.of(
                maya(
                        "Lighthouse on a basalt cliff before a storm, long exposure sea, one warm lamp in the tower",
                        JUGGERNAUT,
                        1216,
                        832,
                        11),
                maya("Alpine ridges at first light, mist in the valleys, medium format", REALVIS, 832, 1216, 21),
                maya("Ringed gas giant over a frozen moon, 1970s paperback cover, gouache", JUGGERNAUT, 1216, 832, 3),
                maya(
                        "Ceramic still life, celadon vase with olive branch and persimmons on linen",
                        JUGGERNAUT,
                        1024,
                        1024,
                        4),
                maya(
                        "Sun-washed terracotta courtyard, arches and hard noon shadows, one lemon tree",
                        REALVIS,
                        1216,
                        832,
                        5),
                maya("Spruce forest in fog, light shafts, lone hiker in a red jacket", JUGGERNAUT, 1216, 832, 6),
                maya("Koi in a dark pond between lily pads, seen from above", DREAMSHAPER, 768, 512, 7),
                maya("City skyline at night mirrored in the river, blue hour", REALVIS, 1344, 768, 8),
                maya("Woman with a red hat, flat illustration, yellow sun behind her", ILLUSTRIOUS, 832, 1216, 9),
                maya("Black cat on a window sill, full moon, city lights below", JUGGERNAUT, 832, 1216, 10),
                maya("Desert dunes at dusk, rose light, one thin road", FLUX, 1344, 768, 12),
                maya("Rainy street at night, red umbrella, lights out of focus", REALVIS, 832, 1216, 13),
                maya("Sailing ship on a calm sea, sunset, copper sky", JUGGERNAUT, 1216, 832, 14),
                maya("Castle on a hill above the autumn forest, morning mist", ILLUSTRIOUS, 832, 1216, 15),
                maya("Amber perfume bottle on a stone podium, palm shadow on the wall", JUGGERNAUT, 1024, 1024, 16),
                maya("Reading corner with a terracotta armchair, a plant and a pendant lamp", REALVIS, 1216, 832, 17),
                maya("Paper-cut green hills, birds, pale sun", DREAMSHAPER, 768, 512, 18),
                maya("Old oak on a meadow, summer clouds", DREAMSHAPER, 512, 768, 19),
                maya("Northern lights over a frozen lake, one tent", FLUX, 1216, 832, 20),
                maya("Marbled ink, coral and cream, macro", JUGGERNAUT, 1024, 1024, 22),
                maya("Robot watering flowers in a greenhouse, soft light", ILLUSTRIOUS, 1024, 1024, 23),
                maya("Hot-air balloons over valleys at sunrise", REALVIS, 1344, 768, 24),
                maya("Tropical beach with one palm, turquoise water, noon", DREAMSHAPER, 768, 512, 25),
                maya("Vintage car on a coastal road, seventies palette", JUGGERNAUT, 1216, 832, 26),
                noah("Lighthouse in winter, snow on the cliffs, dawn", REALVIS, 832, 1216, 31),
                noah("Spaceship above a red planet, dust storm below", JUGGERNAUT, 1344, 768, 32),
                noah("Bouquet of wild flowers in a glass vase, grey wall", DREAMSHAPER, 512, 768, 33));
    }

    private static SeedPicture maya(String prompt, String checkpoint, int width, int height, long seed) {
        var negative = checkpoint.equals(FLUX) ? "" : "text, watermark";
        return new SeedPicture("maya", prompt, negative, checkpoint, width, height, seed);
    }

    private static SeedPicture noah(String prompt, String checkpoint, int width, int height, long seed) {
        return new SeedPicture("noah", prompt, "", checkpoint, width, height, seed);
    }

    GenerationDraft draft() {
        return new GenerationDraft(
                prompt,
                negative,
                checkpoint,
                null,
                List.of(),
                null,
                width,
                height,
                1,
                1,
                new GenerationDraft.Sampling(Seed.of(BigInteger.valueOf(seed)), STEPS, null, null, null, null, null));
    }
}
