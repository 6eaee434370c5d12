package org.genonaut.simulator.node;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.genonaut.simulator.drawing.Painter;
import org.genonaut.simulator.drawing.scene.Scene;
import org.genonaut.simulator.image.Pixels;

/** An image that is drawn when it is needed. */
sealed interface Picture {
    int width();

    int height();

    /** Draws it in RGB. */
    BufferedImage draw();

    record Painted(Scene scene) implements Picture {
        @Override
        public int width() {
            return scene.width();
        }

        @Override
        public int height() {
            return scene.height();
        }

        @Override
        public BufferedImage draw() {
            return Painter.paint(scene);
        }
    }

    record Plain(int width, int height, int rgb) implements Picture {
        @Override
        public BufferedImage draw() {
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.setColor(new Color(rgb));
            graphics.fillRect(0, 0, width, height);
            graphics.dispose();
            return image;
        }
    }

    record Loaded(Path file, int width, int height) implements Picture {
        /** @throws NodeException if it is no image */
        static Loaded of(Path file) {
            var image = read(file);
            return new Loaded(file, image.getWidth(), image.getHeight());
        }

        private static BufferedImage read(Path file) {
            try {
                return Optional.ofNullable(ImageIO.read(file.toFile())).orElseThrow(() -> unidentified(file));
            } catch (IOException e) {
                throw unidentified(file);
            }
        }

        private static NodeException unidentified(Path file) {
            return NodeException.of("PIL.UnidentifiedImageError", "cannot identify image file '" + file + "'");
        }

        @Override
        public BufferedImage draw() {
            return Pixels.rgb(read(file));
        }
    }

    record Scaled(Picture original, int width, int height) implements Picture {
        @Override
        public BufferedImage draw() {
            return Pixels.scaled(original.draw(), width, height);
        }
    }
}
