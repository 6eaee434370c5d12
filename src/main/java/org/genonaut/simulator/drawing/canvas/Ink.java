package org.genonaut.simulator.drawing.canvas;

import java.awt.Color;

/**
 * An opaque colour, mixed in Oklab so that what lies between two colours stays clean.
 *
 * @param red sRGB, 0 to 1
 * @param green sRGB, 0 to 1
 * @param blue sRGB, 0 to 1
 */
public record Ink(double red, double green, double blue) {

    public static final Ink WHITE = new Ink(1, 1, 1);
    public static final Ink BLACK = new Ink(0, 0, 0);

    public Ink {
        red = Noise.clamp(red);
        green = Noise.clamp(green);
        blue = Noise.clamp(blue);
    }

    /** From 0xRRGGBB. */
    public static Ink of(int rgb) {
        return new Ink((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    }

    public Ink mix(Ink other, double t) {
        double share = Noise.clamp(t);
        double[] a = oklab();
        double[] b = other.oklab();
        return fromOklab(Noise.lerp(a[0], b[0], share), Noise.lerp(a[1], b[1], share), Noise.lerp(a[2], b[2], share));
    }

    public Ink lighter(double t) {
        return mix(WHITE, t);
    }

    public Ink darker(double t) {
        return mix(BLACK, t);
    }

    /** The same lightness with the chroma multiplied and the hue turned by radians. */
    public Ink turned(double chroma, double radians) {
        double[] lab = oklab();
        double cos = StrictMath.cos(radians) * chroma;
        double sin = StrictMath.sin(radians) * chroma;
        return fromOklab(lab[0], lab[1] * cos - lab[2] * sin, lab[1] * sin + lab[2] * cos);
    }

    /** The lightness of this with the hue and chroma of the other, by a share. */
    public Ink tinted(Ink hue, double t) {
        double[] a = oklab();
        double[] b = hue.oklab();
        return fromOklab(a[0], Noise.lerp(a[1], b[1], t), Noise.lerp(a[2], b[2], t));
    }

    /** Oklab's lightness, 0 to 1. */
    public double lightness() {
        return oklab()[0];
    }

    public Color color() {
        return new Color(rgb());
    }

    /** With an opacity from 0 to 1. */
    public Color color(double alpha) {
        return new Color(argb(alpha), true);
    }

    public int rgb() {
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    public int argb(double alpha) {
        return level(Noise.clamp(alpha)) << 24 | rgb();
    }

    private double[] oklab() {
        double r = linear(red);
        double g = linear(green);
        double b = linear(blue);
        double l = StrictMath.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = StrictMath.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = StrictMath.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static Ink fromOklab(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new Ink(
                gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double linear(double x) {
        return x <= 0.04045 ? x / 12.92 : StrictMath.pow((x + 0.055) / 1.055, 2.4);
    }

    private static double gamma(double x) {
        return x <= 0.0031308 ? Math.max(0, x) * 12.92 : 1.055 * StrictMath.pow(x, 1 / 2.4) - 0.055;
    }

    private static int level(double x) {
        return (int) (x * 255 + 0.5);
    }
}
