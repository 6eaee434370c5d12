package org.genonaut.simulator.drawing;

import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Edges;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.scene.Sketch;
import org.genonaut.simulator.drawing.scene.Style;
import org.genonaut.simulator.drawing.scene.Treatment;

/** The last pass over the whole picture: what the style and the LoRAs do to its surface. */
final class Finish {

    private final Canvas canvas;
    private final Treatment treatment;
    private final Style style;
    private final int[] pixels;
    private final int width;
    private final int height;
    private final int salt;

    private Finish(Sketch sketch) {
        canvas = sketch.canvas();
        treatment = sketch.treatment();
        style = sketch.style();
        pixels = canvas.pixels();
        width = canvas.image().getWidth();
        height = canvas.image().getHeight();
        salt = (int) (sketch.dice("finish").roll() * 1_000_000);
    }

    static void apply(Sketch sketch) {
        var finish = new Finish(sketch);
        if (finish.treatment.wash() > 0 || finish.style.brush() > 0) {
            finish.strokes();
        }
        if (finish.treatment.outline() > 0) {
            Edges.draw(finish.pixels, finish.width, finish.height, finish.treatment.outline());
        }
        if (finish.treatment.bloom() > 0) {
            Bloom.add(finish.canvas, finish.treatment.bloom());
        }
        finish.surface();
        if (finish.treatment.blocks() > 0) {
            finish.blocks();
        }
    }

    /** Moves each pixel's source a little along noise, so that edges look brushed. */
    private void strokes() {
        double amount = Math.max(style.brush() * 0.5, treatment.wash());
        double reach = 0.005 * amount * canvas.unit();
        if (reach < 0.75) {
            return;
        }
        var noise = new Noise(salt);
        int[] source = pixels.clone();
        double scale = 75 / canvas.unit();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double push = noise.at(x * scale, y * scale * 0.55) - 0.5;
                double lift = noise.at(x * scale * 0.55 + 50, y * scale) - 0.5;
                int fromX = Math.clamp(x + (int) (push * 2 * reach), 0, width - 1);
                int fromY = Math.clamp(y + (int) (lift * 2 * reach), 0, height - 1);
                pixels[y * width + x] = source[fromY * width + fromX];
            }
        }
    }

    /** Tone, vignette, fibres, dots and grain in one walk over the pixels. */
    private void surface() {
        double grain = treatment.grain() * 26;
        double fibre = Math.max(treatment.paper() * 13, treatment.wash() * 9);
        double dots = treatment.dots();
        double vignette = style.vignette();
        int[] toneRed = tone(16);
        int[] toneGreen = tone(8);
        int[] toneBlue = tone(0);
        if (grain == 0 && fibre == 0 && dots == 0 && vignette == 0 && treatment.toned() == 0) {
            return;
        }
        var fibres = new Noise(salt + 7);
        double dot = Math.max(3, canvas.unit() * 0.008);
        for (int y = 0; y < height; y++) {
            double v = 2.0 * y / height - 1;
            for (int x = 0; x < width; x++) {
                double u = 2.0 * x / width - 1;
                int pixel = pixels[y * width + x];
                int red = pixel >> 16 & 255;
                int green = pixel >> 8 & 255;
                int blue = pixel & 255;
                int light = (red * 77 + green * 150 + blue * 29) >> 8;
                double shift = 0;
                if (grain > 0) {
                    shift += grain * (hash(x, y) - 0.5) * (1.15 - light / 300.0);
                }
                if (fibre > 0) {
                    shift += fibre * (fibres.at(x * 0.31, y * 0.07) + fibres.at(x * 0.06, y * 0.37) - 1);
                }
                if (dots > 0) {
                    shift += dots * 60 * screen(x, y, dot, light);
                }
                double dim = 1 - vignette * 0.5 * Noise.clamp((u * u + v * v) * 0.5 - 0.25);
                pixels[y * width + x] = level((red + toneRed[light]) * dim + shift) << 16
                        | level((green + toneGreen[light]) * dim + shift) << 8
                        | level((blue + toneBlue[light]) * dim + shift);
            }
        }
    }

    /** How much a channel moves at each lightness for the LoRAs' split toning. */
    private int[] tone(int bits) {
        int[] shift = new int[256];
        double shadow = (treatment.shadow().rgb() >> bits & 255) - 72;
        double lights = (treatment.lights().rgb() >> bits & 255) - 212;
        for (int light = 0; light < 256; light++) {
            double up = Noise.step(40, 220, light);
            shift[light] = (int) (treatment.toned() * Noise.lerp(shadow, lights, up) * 0.9);
        }
        return shift;
    }

    private static double screen(int x, int y, double dot, int light) {
        double u = (x + y) * 0.7071 / dot;
        double v = (x - y) * 0.7071 / dot;
        double du = u - StrictMath.floor(u) - 0.5;
        double dv = v - StrictMath.floor(v) - 0.5;
        double radius = 0.62 * (1 - light / 255.0);
        return Noise.step(radius + 0.1, radius - 0.1, StrictMath.sqrt(du * du + dv * dv)) * -0.55 + 0.12;
    }

    private void blocks() {
        int side = Math.max(2, (int) (canvas.unit() * 0.006 * (0.6 + treatment.blocks())));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = Math.min(width - 1, x / side * side + side / 2);
                int fromY = Math.min(height - 1, y / side * side + side / 2);
                if (x % side == 0 && y % side == 0) {
                    continue;
                }
                pixels[y * width + x] = pixels[fromY * width + fromX];
            }
        }
    }

    private double hash(int x, int y) {
        int n = x * 374761393 + y * 668265263 + salt * 1274126177;
        n = (n ^ (n >>> 13)) * 1274126177;
        return ((n ^ (n >>> 16)) & 0xFFFF) / 65535.0;
    }

    private static int level(double value) {
        return (int) (value < 0 ? 0 : value > 255 ? 255 : value);
    }
}
