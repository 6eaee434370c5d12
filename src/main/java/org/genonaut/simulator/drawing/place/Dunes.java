package org.genonaut.simulator.drawing.place;

import java.awt.geom.Rectangle2D;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.canvas.Ramp;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Sand in long waves, lit from one side. */
final class Dunes {

    private static final int WAVES = 5;

    private final Sketch sketch;
    private final Noise noise;
    private final double phase;
    private final double bend;

    private Dunes(Sketch sketch) {
        this.sketch = sketch;
        var dice = sketch.dice("dunes");
        noise = dice.noise();
        phase = dice.between(0, 6);
        bend = dice.between(0.8, 1.3);
    }

    static Stage draw(Sketch sketch) {
        Sky.paint(sketch, sketch.height() * 0.58);
        var dunes = new Dunes(sketch);
        dunes.sand();
        double x = sketch.focusX();
        return new Stage(x, dunes.crest(2, x) + 0.02, 0.13);
    }

    private double crest(int wave, double x) {
        return sketch.height() * (0.48 + wave * 0.115)
                + (0.045 + wave * 0.03) * StrictMath.sin(x * (1.6 + wave * 0.25) * bend + wave * 2.1 + phase)
                + 0.03 * (noise.at(x * 2 + wave, wave) - 0.5);
    }

    private void sand() {
        var palette = sketch.palette();
        Ink own = sketch.style().of(Ink.of(0xF2C287)).mix(palette.horizon(), 0.15);
        Ink lit = sketch.mood().night() ? own.mix(palette.low(), 0.62) : palette.lit(own);
        Ink shade = lit.mix(palette.zenith(), 0.5)
                .mix(sketch.mood().night() ? palette.near() : sketch.style().of(Ink.of(0x7A3F22)), 0.35);
        var ramp = new Ramp(shade.darker(0.1), shade, lit.mix(shade, 0.35), lit, lit.lighter(0.12));
        int far = palette.low().mix(palette.horizon(), 0.5).argb(1);
        int columns = 2048;
        double[][] crests = new double[WAVES][columns + 2];
        for (int wave = 0; wave < WAVES; wave++) {
            for (int i = 0; i < columns + 2; i++) {
                crests[wave][i] = crest(wave, sketch.width() * i / columns);
            }
        }
        double sun = sketch.sunX() > sketch.focusX() ? 1 : -1;
        double top = sketch.height() * 0.36;
        var where = new Rectangle2D.Double(0, top, sketch.width(), sketch.height() - top);
        double slopeStep = sketch.width() / columns * 2;
        double fine = 1 / sketch.canvas().unit();
        sketch.canvas().shade(where, 1100, (x, y) -> {
            int column = Math.clamp((int) (x / sketch.width() * columns), 1, columns);
            int wave = WAVES - 1;
            while (wave >= 0 && y < crests[wave][column]) {
                wave--;
            }
            if (wave < 0) {
                return far & 0xFFFFFF | (int) (255 * Noise.clamp(1 - (crests[0][column] - y) / fine)) << 24;
            }
            double below = y - crests[wave][column];
            double slope = (crests[wave][column + 1] - crests[wave][column - 1]) / slopeStep;
            double facing = slope * -sun * 0.9 + 0.14 * noise.at(x * 1.6 + below * 4 * sun, wave * 7) - below * 0.35;
            double light = 0.28 + 0.72 * Noise.step(-0.16, 0.14, facing);
            double ripple = noise.at(x * 7 + below * 30, below * 75 * (1 - wave * 0.1) + noise.at(x * 3, y * 5) * 5);
            light += (ripple - 0.5) * 0.13 * Noise.step(0, 0.06, below) * (0.3 + wave * 0.2);
            return Ramp.blend(ramp.at(light), far, (WAVES - 1 - wave) * 0.14);
        });
    }
}
