package org.genonaut.simulator.drawing.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;

/** A sheet to draw on, measured in units: the shorter side is 1, y points down. */
public final class Canvas implements AutoCloseable {

    /** Gives the non-premultiplied ARGB colour of a point in units. */
    @FunctionalInterface
    public interface Shader {
        int at(double x, double y);
    }

    private final BufferedImage image;
    private final Graphics2D pen;
    private final double unit;

    public Canvas(int width, int height) {
        this(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), Math.min(width, height));
    }

    private Canvas(BufferedImage image, double unit) {
        this.image = image;
        this.unit = unit;
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.scale(unit, unit);
    }

    public double width() {
        return image.getWidth() / unit;
    }

    public double height() {
        return image.getHeight() / unit;
    }

    public BufferedImage image() {
        return image;
    }

    public int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** A unit's length in pixels. */
    public double unit() {
        return unit;
    }

    public Graphics2D pen() {
        return pen;
    }

    public void fill(Shape shape, Paint paint) {
        pen.setPaint(paint);
        pen.fill(shape);
    }

    public void fill(Paint paint) {
        fill(new Rectangle2D.Double(0, 0, width(), height()), paint);
    }

    public void box(double x, double y, double width, double height, Paint paint) {
        fill(new Rectangle2D.Double(x, y, width, height), paint);
    }

    public void disc(double x, double y, double radius, Paint paint) {
        oval(x, y, radius, radius, paint);
    }

    public void oval(double x, double y, double radiusX, double radiusY, Paint paint) {
        fill(new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY), paint);
    }

    /** A polygon from pairs of x and y. */
    public void polygon(Paint paint, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        fill(path, paint);
    }

    public void stroke(Shape shape, double thickness, Paint paint) {
        pen.setPaint(paint);
        pen.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    /** Everything below a line, which is given by its height over x. */
    public void below(DoubleUnaryOperator line, Paint paint) {
        fill(area(line), paint);
    }

    public Path2D area(DoubleUnaryOperator line) {
        Path2D path = new Path2D.Double();
        double end = width() + 0.02;
        double bottom = height() + 0.02;
        int steps = (int) Math.max(160, Math.min(1600, image.getWidth() / 2.5));
        path.moveTo(-0.02, bottom);
        for (int i = 0; i <= steps; i++) {
            double x = -0.02 + (end + 0.02) * i / steps;
            path.lineTo(x, line.applyAsDouble(x));
        }
        path.lineTo(end, bottom);
        path.closePath();
        return path;
    }

    /** A shape written as in {@link Drawn}, in hundredths of a size around a point. */
    public void drawn(String svg, double x, double y, double size, Paint paint) {
        fill(Drawn.path(svg, x, y, size), paint);
    }

    /** Draws in hundredths of a size around a point, gradients too. */
    public void around(double x, double y, double size, Runnable drawer) {
        var saved = pen.getTransform();
        pen.translate(x, y);
        pen.scale(size / 100, size / 100);
        drawer.run();
        pen.setTransform(saved);
    }

    /** Draws only inside a shape. */
    public void inside(Shape shape, Runnable drawer) {
        var saved = pen.getClip();
        pen.clip(shape);
        drawer.run();
        pen.setClip(saved);
    }

    /** A light that fades out towards its radius. */
    public void glow(double x, double y, double radius, Ink ink, double alpha) {
        var paint = new RadialGradientPaint(
                (float) x, (float) y, (float) radius, new float[] {0, 0.25f, 0.55f, 1}, new Color[] {
                    ink.color(alpha), ink.color(alpha * 0.5), ink.color(alpha * 0.16), ink.color(0)
                });
        disc(x, y, radius, paint);
    }

    /** Paints point by point, on at most so many points along the longer side, then enlarged smoothly. */
    public void shade(Rectangle2D where, int detail, Shader shader) {
        var visible = where.createIntersection(new Rectangle2D.Double(0, 0, width(), height()));
        if (visible.isEmpty()) {
            return;
        }
        double longer = Math.max(visible.getWidth(), visible.getHeight());
        double step = Math.max(longer / detail, 1 / unit);
        int columns = Math.max(2, (int) StrictMath.ceil(visible.getWidth() / step));
        int rows = Math.max(2, (int) StrictMath.ceil(visible.getHeight() / step));
        var small = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        int[] points = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < rows; row++) {
            double y = visible.getY() + (row + 0.5) / rows * visible.getHeight();
            for (int column = 0; column < columns; column++) {
                double x = visible.getX() + (column + 0.5) / columns * visible.getWidth();
                points[row * columns + column] = shader.at(x, y);
            }
        }
        place(small, visible);
    }

    public void shade(int detail, Shader shader) {
        shade(new Rectangle2D.Double(0, 0, width(), height()), detail, shader);
    }

    /** Draws out of focus: what the drawer draws is blurred by a radius in units. */
    public void soft(double radius, Consumer<Canvas> drawer) {
        double scale = Math.min(unit, 3 / radius);
        int columns = Math.max(2, (int) StrictMath.ceil(width() * scale));
        int rows = Math.max(2, (int) StrictMath.ceil(height() * scale));
        var small = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB_PRE);
        try (var blurred = new Canvas(small, scale)) {
            drawer.accept(blurred);
            Blur.apply(blurred.pixels(), columns, rows, Math.max(1, (int) StrictMath.round(radius * scale)));
        }
        place(small, new Rectangle2D.Double(0, 0, columns / scale, rows / scale));
    }

    private void place(BufferedImage small, Rectangle2D where) {
        var saved = pen.getTransform();
        pen.translate(where.getX(), where.getY());
        pen.scale(where.getWidth() / small.getWidth(), where.getHeight() / small.getHeight());
        pen.drawImage(small, 0, 0, null);
        pen.setTransform(saved);
    }

    /** Evenly spaced colours from one height to another. */
    public static Paint down(double from, double to, Color... colours) {
        return linear(0, from, 0, to, colours);
    }

    public static Paint across(double from, double to, Color... colours) {
        return linear(from, 0, to, 0, colours);
    }

    public static Paint linear(double x1, double y1, double x2, double y2, Color... colours) {
        float[] stops = new float[colours.length];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = (float) i / (stops.length - 1);
        }
        return new LinearGradientPaint((float) x1, (float) y1, (float) x2, (float) y2, stops, colours);
    }

    @Override
    public void close() {
        pen.dispose();
    }
}
