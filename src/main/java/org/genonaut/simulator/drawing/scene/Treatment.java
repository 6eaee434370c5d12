package org.genonaut.simulator.drawing.scene;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;

/**
 * What the LoRAs do to a picture, each amount 0 to 1.5.
 *
 * @param grain film grain
 * @param outline dark lines along edges
 * @param bloom light that spreads
 * @param paper fibres and cut edges
 * @param wash paint thinned towards one ink
 * @param dots a printer's screen
 * @param blocks square pixels
 * @param toned how far shadows and lights turn towards {@code shadow} and {@code lights}
 * @param hair the hair colour a character brings
 */
public record Treatment(
        double grain,
        double outline,
        double bloom,
        double paper,
        double wash,
        double dots,
        double blocks,
        double toned,
        Ink shadow,
        Ink lights,
        Optional<Ink> hair) {

    public static Treatment of(List<LoraStrength> loras) {
        var sum = new Sum();
        for (LoraStrength lora : loras) {
            sum.add(lora);
        }
        return sum.total();
    }

    /** Most names say what they do; what a name does not say its letters decide, so that every LoRA leaves a trace. */
    private static final class Sum {
        private final double[] amounts = new double[7];
        private double toned;
        private Ink shadow = Ink.of(0x303848);
        private Ink lights = Ink.of(0xF0E8D8);
        private Optional<Ink> hair = Optional.empty();

        void add(LoraStrength lora) {
            String name = lora.name().toLowerCase(Locale.ROOT).replace('\\', '/');
            double amount = Math.clamp(Math.abs(lora.strength()), 0, 1.5);
            if (amount == 0) {
                return;
            }
            var dice = new Dice(Dice.hash(Style.fileName(name)));
            int effect = named(Style.fileName(name));
            tone(dice, lora.strength() < 0, amount * (effect < 0 ? 0.7 : 0.16));
            if (effect >= 0) {
                amounts[effect] = Math.min(1.5, amounts[effect] + amount);
            }
            if (effect < 0 && name.matches(".*(char|person|girl|face|maomao).*")) {
                hair = Optional.of(dice.oneOf(
                        Ink.of(0x2F5D46), Ink.of(0x7A2F52), Ink.of(0x2E4A86), Ink.of(0xC98A3C), Ink.of(0x8C8FA8)));
            }
        }

        private void tone(Dice dice, boolean reversed, double amount) {
            double turn = dice.between(0, 6.283) + (reversed ? 3.1416 : 0);
            Ink cold = Ink.of(0x2E4468).turned(1.1, turn);
            Ink warm = Ink.of(0xF2CFA4).turned(1.1, turn);
            double share = amount / (amount + toned + 1e-9);
            shadow = shadow.mix(cold, share);
            lights = lights.mix(warm, share);
            toned = Math.min(0.7, toned + amount);
        }

        private static int named(String name) {
            String[] effects = {
                ".*(grain|film|35mm|analog|kodak|polaroid|noise|retro|vintage).*",
                ".*((^|[^a-z])ink([^a-z]?(outline|art|draw)|$|[^a-z](?!wash))|outline|lineart|comic|manga|sketch|woodcut).*",
                ".*(glow|bloom|neon|light(?!ning)|dream|ghibli|magic|chrome|lamp).*",
                ".*(paper|cutout|origami|collage|craft).*",
                ".*(wash|water|gouache|paint|(^|[^a-z])oil|brush|aquarel|sumi).*",
                ".*(halftone|dots|print|riso|pop|poster).*",
                ".*(pixel|8bit|16bit|voxel|lego).*"
            };
            for (int i = 0; i < effects.length; i++) {
                if (name.matches(effects[i])) {
                    return i;
                }
            }
            return -1;
        }

        Treatment total() {
            return new Treatment(
                    amounts[0],
                    amounts[1],
                    amounts[2],
                    amounts[3],
                    amounts[4],
                    amounts[5],
                    amounts[6],
                    toned,
                    shadow,
                    lights,
                    hair);
        }
    }
}
