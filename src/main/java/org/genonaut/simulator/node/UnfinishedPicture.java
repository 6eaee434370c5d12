package org.genonaut.simulator.node;

import java.awt.AlphaComposite;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.genonaut.simulator.drawing.Painter;
import org.genonaut.simulator.drawing.scene.Scene;
import org.genonaut.simulator.image.Pixels;
import org.jspecify.annotations.Nullable;

/** A picture as it comes out of the noise; painted once, when the first preview is asked for. */
final class UnfinishedPicture {
    private static final int LONGEST_SIDE = 512;
    private static final int SHORTEST_SIDE = 16;
    private static final int LATENT_BLOCK = 8;

    private final Scene scene;
    private @Nullable BufferedImage finished;
    private @Nullable BufferedImage noise;

    UnfinishedPicture(Scene scene) {
        var scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(scene.width(), scene.height()));
        this.scene = new Scene(
                scene.prompt(),
                scene.negativePrompt(),
                scene.seed(),
                Math.max(SHORTEST_SIDE, (int) (scene.width() * scale)),
                Math.max(SHORTEST_SIDE, (int) (scene.height() * scale)),
                scene.checkpoint(),
                scene.loras());
    }

    /** @param progress from 0, nothing but noise, to 1 */
    BufferedImage at(double progress) {
        if (finished == null) {
            finished = Pixels.rgb(Painter.paint(scene));
        }
        if (noise == null) {
            noise = noise();
        }
        var blurred = blurred(finished, progress);
        var graphics = blurred.createGraphics();
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) Math.pow(1 - progress, 1.5)));
        graphics.drawImage(noise, 0, 0, null);
        graphics.dispose();
        return blurred;
    }

    private static BufferedImage blurred(BufferedImage image, double progress) {
        var shrink = 1 + (LATENT_BLOCK - 1) * (1 - progress);
        var small = Pixels.scaled(
                image, Math.max(1, (int) (image.getWidth() / shrink)), Math.max(1, (int) (image.getHeight() / shrink)));
        return Pixels.scaled(small, image.getWidth(), image.getHeight());
    }

    /** Noise in blocks of latents; finer grains would make the JPEG large. */
    private BufferedImage noise() {
        var random = new Random(scene.seed().longValue());
        var blocks = new BufferedImage(
                Math.max(1, scene.width() / LATENT_BLOCK),
                Math.max(1, scene.height() / LATENT_BLOCK),
                BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < blocks.getHeight(); y++) {
            for (var x = 0; x < blocks.getWidth(); x++) {
                blocks.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return Pixels.scaled(blocks, scene.width(), scene.height());
    }
}
