package org.genonaut.simulator.drawing.canvas;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.StringTokenizer;

/** Shapes written down as SVG does: absolute M, L, Q, C and Z. */
public final class Drawn {

    private Drawn() {}

    /** Written in hundredths of a size, its origin put at a point. */
    public static Shape path(String svg, double x, double y, double size) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.scale(size / 100, size / 100);
        return place.createTransformedShape(path(svg));
    }

    public static Shape path(String svg) {
        var path = new Path2D.Double();
        var tokens = new StringTokenizer(svg.replace(',', ' '), " MLQCZ", true);
        char command = 'M';
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            if (token.isBlank()) {
                continue;
            }
            if (token.length() == 1 && "MLQCZ".contains(token)) {
                command = token.charAt(0);
                if (command == 'Z') {
                    path.closePath();
                }
                continue;
            }
            append(path, command, Double.parseDouble(token), tokens);
        }
        return path;
    }

    private static void append(Path2D path, char command, double first, StringTokenizer tokens) {
        double second = number(tokens);
        switch (command) {
            case 'M' -> path.moveTo(first, second);
            case 'L' -> path.lineTo(first, second);
            case 'Q' -> path.quadTo(first, second, number(tokens), number(tokens));
            case 'C' -> path.curveTo(first, second, number(tokens), number(tokens), number(tokens), number(tokens));
            default -> throw new IllegalArgumentException("A number after " + command);
        }
    }

    private static double number(StringTokenizer tokens) {
        while (true) {
            String token = tokens.nextToken();
            if (!token.isBlank()) {
                return Double.parseDouble(token);
            }
        }
    }
}
