package org.genonaut.simulator.drawing.place;

import java.awt.geom.Rectangle2D;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.canvas.Ramp;
import org.genonaut.simulator.drawing.scene.Mood;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Open water from a horizon to the lower edge, with the light's path on it. */
final class Water {

    private Water() {}

    static void paint(Sketch sketch, double horizon, double lightX) {
        var palette = sketch.palette();
        var noise = sketch.dice("water").noise();
        boolean rough = sketch.mood().is(Mood.Weather.STORM);
        var depth = new Ramp(
                palette.low().mix(palette.horizon(), 0.35),
                palette.low().mix(palette.high(), 0.55),
                palette.high().mix(palette.zenith(), 0.7),
                palette.zenith().mix(palette.near(), 0.55));
        int trough = palette.zenith().mix(palette.near(), 0.45).argb(1);
        int glint = palette.horizon().mix(palette.light(), 0.6).lighter(0.25).argb(1);
        int crest = palette.low().mix(palette.horizon(), 0.5).argb(1);
        double bottom = sketch.height();
        double span = bottom - horizon;
        var where = new Rectangle2D.Double(0, horizon, sketch.width(), span);
        sketch.canvas().shade(where, 560, (x, y) -> {
            double d = (y - horizon) / span;
            double near = 1 / (d + 0.06);
            double swell = noise.sum(x * near * 0.8 + 7, near * 5.5, 3);
            double ripple = noise.at(x * near * 3.2, near * 21);
            int colour = depth.at(0.08 + d * 0.85);
            colour = Ramp.blend(colour, trough, (0.5 - swell) * (rough ? 1.5 : 0.9));
            colour = Ramp.blend(colour, crest, (swell - 0.56) * (rough ? 1.6 : 0.9));
            double off = (x - lightX) / (0.05 + d * 0.16);
            double path = 1 / (1 + off * off * off * off);
            double glitter = path * Noise.step(0.5, 0.7, ripple * 0.6 + swell * 0.4);
            colour = Ramp.blend(colour, glint, glitter * 0.9);
            return Ramp.blend(colour, crest, 0.75 / (1 + d * d * 3000));
        });
    }
}
