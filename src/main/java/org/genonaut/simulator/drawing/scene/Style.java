package org.genonaut.simulator.drawing.scene;

import java.util.Locale;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;

/**
 * How a checkpoint draws: each has a hand of its own, families share a manner.
 *
 * @param chroma factor on every colour's chroma
 * @param turn of every hue, radians
 * @param haze how far distance dissolves, 0 to 1
 * @param vignette how dark the corners get, 0 to 1
 * @param billows whether clouds stand up round instead of lying in streaks
 * @param paper whether the hills throw shadows like cut paper
 * @param brush how far strokes break the surface, 0 to 1
 * @param favourite the hour when the prompt names none
 */
public record Style(
        double chroma,
        double turn,
        double haze,
        double vignette,
        boolean billows,
        boolean paper,
        double brush,
        Mood.Time favourite) {

    public static Style of(String checkpoint) {
        String name = checkpoint.toLowerCase(Locale.ROOT);
        var hand = new Dice(Dice.hash(fileName(name)));
        double chroma = hand.between(0.92, 1.1);
        double turn = hand.between(-0.11, 0.11);
        var time = hand.oneOf(Mood.Time.DAWN, Mood.Time.DAY, Mood.Time.GOLDEN, Mood.Time.SUNSET);
        if (has(name, "flux", "chroma", "qwen", "hidream")) {
            return new Style(chroma * 0.96, turn, 0.75, 0.3, false, false, 0.7, time);
        }
        if (has(name, "illustrious", "anime", "pony", "noob", "anything", "counterfeit", "animagine", "ghibli")) {
            return new Style(chroma * 1.16, turn, 0.35, 0, true, false, 0, Mood.Time.DAY);
        }
        if (has(name, "sd3", "sd_3", "sd-3", "stable-diffusion-3", "stable_diffusion_3")) {
            return new Style(chroma * 1.1, turn, 0.5, 0.1, true, false, 0.35, time);
        }
        if (has(name, "xl")) {
            return new Style(chroma * 0.94, turn, 0.6, 0.45, false, false, 0, time);
        }
        return new Style(chroma, turn, 0.4, 0.1, hand.chance(0.5), true, 0, time);
    }

    public Ink of(Ink ink) {
        return ink.turned(chroma, turn);
    }

    static String fileName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static boolean has(String name, String... parts) {
        for (String part : parts) {
            if (name.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
