package org.genonaut.simulator.drawing.place;

import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.canvas.Ramp;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Marbled ink: what an abstract prompt gets. */
final class Flow {

    private Flow() {}

    static Stage draw(Sketch sketch) {
        var palette = sketch.palette();
        var noise = sketch.dice("flow").noise();
        var ramp = new Ramp(
                palette.horizon().lighter(0.25),
                palette.horizon().mix(palette.accent(), 0.25),
                palette.accent(),
                palette.second().mix(palette.high(), 0.3),
                palette.zenith().mix(palette.near(), 0.4),
                palette.near());
        int vein = palette.near().argb(1);
        int foam = palette.light().argb(1);
        sketch.canvas().shade(620, (x, y) -> {
            double a = noise.sum(x * 1.5 + 1, y * 1.5, 3);
            double b = noise.sum(x * 1.5 + 7, y * 1.5 + 3, 3);
            double fold = noise.sum(x * 1.3 + a * 3.2, y * 1.3 + b * 3.2 + 11, 4);
            double grain = noise.sum(x * 2 + fold * 3, y * 2 + a * 2 + 21, 3);
            double wave = fold * 9 + grain * 3;
            double line = Math.abs(wave - 2 * StrictMath.floor(wave / 2) - 1);
            int colour = ramp.at((fold - 0.26) * 2);
            colour = Ramp.blend(colour, vein, Noise.step(0.12, 0, line) * 0.4);
            return Ramp.blend(colour, foam, Noise.step(0.6, 0.8, grain) * 0.3);
        });
        return new Stage(sketch.focusX(), sketch.height() * 0.9, 0.2);
    }
}
