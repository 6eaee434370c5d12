package org.genonaut.simulator.drawing.place;

import java.awt.geom.Rectangle2D;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.canvas.Ramp;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Curtains of northern light. */
final class Aurora {

    private Aurora() {}

    static void paint(Sketch sketch, double horizon) {
        var noise = sketch.dice("aurora").noise();
        var ramp = new Ramp(
                sketch.style().of(Ink.of(0x7BF0B4)),
                sketch.style().of(Ink.of(0x3FBFA8)),
                sketch.style().of(Ink.of(0x4A86C4)),
                sketch.style().of(Ink.of(0x9A5FB8)));
        var where = new Rectangle2D.Double(0, 0, sketch.width(), horizon);
        sketch.canvas().shade(where, 420, (x, y) -> {
            double v = y / horizon;
            double light = 0;
            double height = 0;
            for (int curtain = 0; curtain < 3; curtain++) {
                double foot = 0.8
                        - curtain * 0.17
                        + 0.34 * (noise.sum(x * 1.2 + curtain * 4, curtain, 3) - 0.5)
                        + 0.1 * (noise.at(x * 5 + curtain * 9, 3) - 0.5);
                double above = foot - v;
                double rays = 0.3 + 0.7 * noise.at(x * 24 + y * 3, curtain * 3 + v * 0.8);
                double fade = above > 0 ? 1 / (1 + above * above * 34 + above * 2) : Noise.step(-0.07, 0, above);
                double strength = fade * rays * (1 - curtain * 0.24);
                light += strength;
                height += strength * Noise.clamp(above * 2.2);
            }
            double where1 = light > 0 ? height / light : 0;
            int colour = ramp.at(where1 * 1.3);
            int alpha = (int) (255 * Noise.clamp(light * 0.72) * Noise.step(1, 0.86, v));
            return colour & 0xFFFFFF | alpha << 24;
        });
    }
}
