package org.genonaut.generation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.genonaut.comfyui.Preview;
import org.junit.jupiter.api.Test;

class SmallPreviewTest {

    @Test
    void leavesASmallOneAsItIs() throws IOException {
        var preview = noise("png", 64, 64);

        assertThat(SmallPreview.of(preview)).containsSame(preview);
    }

    @Test
    void scalesALargeOne() throws IOException {
        for (var format : new String[] {"png", "jpeg"}) {
            var large = noise(format, 768, 512);
            assertThat(large.bytes()).hasSizeGreaterThan(SmallPreview.MAX_BYTES);

            var small = SmallPreview.of(large).orElseThrow();

            assertThat(small.mediaType()).isEqualTo("image/jpeg");
            assertThat(small.bytes()).hasSizeLessThanOrEqualTo(SmallPreview.MAX_BYTES);
            var picture = ImageIO.read(new ByteArrayInputStream(small.bytes()));
            assertThat(picture.getWidth()).isEqualTo(320);
            assertThat(picture.getHeight()).isEqualTo(213);
        }
    }

    @Test
    void leavesOutWhatIsNoPicture() {
        var bytes = new byte[SmallPreview.MAX_BYTES + 1];

        assertThat(SmallPreview.of(new Preview("image/jpeg", bytes))).isEmpty();
        assertThat(SmallPreview.of(new Preview("text/html", bytes))).isEmpty();
    }

    /** No format can make it much smaller. */
    private static Preview noise(String format, int width, int height) throws IOException {
        var random = new Random(7);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return new Preview("image/" + format, bytes.toByteArray());
    }
}
