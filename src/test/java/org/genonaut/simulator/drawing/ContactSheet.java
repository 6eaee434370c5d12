package org.genonaut.simulator.drawing;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.genonaut.simulator.drawing.scene.LoraStrength;
import org.genonaut.simulator.drawing.scene.Scene;

/**
 * Puts many pictures on one sheet to look at: {@code main(scenes file, png file, columns, cell height)}.
 *
 * <p>A line of the scenes file is {@code checkpoint | WxH | seed | prompt | negative prompt | lora:strength, …}; the
 * last two may be missing.
 */
final class ContactSheet {

    private static final int GAP = 6;

    private ContactSheet() {}

    public static void main(String[] arguments) throws Exception {
        int columns = Integer.parseInt(arguments[2]);
        int cell = Integer.parseInt(arguments[3]);
        List<BufferedImage> pictures = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (!line.isBlank()) {
                long start = System.nanoTime();
                var picture = Painter.paint(scene(line));
                System.err.printf("%5d ms  %s%n", (System.nanoTime() - start) / 1_000_000, line);
                pictures.add(picture);
            }
        }
        ImageIO.write(
                sheet(pictures, columns, cell), "png", Path.of(arguments[1]).toFile());
    }

    static Scene scene(String line) {
        String[] parts = line.split("\\|", -1);
        String[] size = parts[1].trim().split("x", -1);
        List<LoraStrength> loras = new ArrayList<>();
        if (parts.length > 5) {
            for (String lora : parts[5].split(",", -1)) {
                String[] pair = lora.trim().split(":", -1);
                loras.add(new LoraStrength(pair[0], Double.parseDouble(pair[1])));
            }
        }
        return new Scene(
                parts[3].trim(),
                parts.length > 4 ? parts[4].trim() : "",
                new BigInteger(parts[2].trim()),
                Integer.parseInt(size[0]),
                Integer.parseInt(size[1]),
                parts[0].trim(),
                loras);
    }

    private static BufferedImage sheet(List<BufferedImage> pictures, int columns, int cell) {
        int rows = (pictures.size() + columns - 1) / columns;
        int wide = columns * (cell * 3 / 2 + GAP);
        var sheet = new BufferedImage(wide, rows * (cell + GAP), BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(new Color(0xF3F2F0));
        pen.fillRect(0, 0, wide, sheet.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < pictures.size(); i++) {
            var picture = pictures.get(i);
            double scale = Math.min((double) cell / picture.getHeight(), cell * 1.5 / picture.getWidth());
            int width = Math.max(1, (int) (picture.getWidth() * scale));
            int height = Math.max(1, (int) (picture.getHeight() * scale));
            pen.drawImage(picture, i % columns * (cell * 3 / 2 + GAP), i / columns * (cell + GAP), width, height, null);
        }
        pen.dispose();
        return sheet;
    }
}
