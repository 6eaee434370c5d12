package org.genonaut.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageHeaderTest {

    @TempDir
    Path folder;

    @Test
    void readsSizeAndFormatOfAllThreeFormats() throws IOException {
        assertThat(header(Samples.png(30, 20))).isEqualTo(new ImageHeader(ImageFormat.PNG, 30, 20));
        assertThat(header(Samples.jpeg(31, 21))).isEqualTo(new ImageHeader(ImageFormat.JPEG, 31, 21));
        Path webp = folder.resolve("a.webp");
        Codec.writeWebP(new BufferedImage(33, 22, BufferedImage.TYPE_INT_RGB), 0.8f, webp);
        assertThat(ImageHeader.read(webp)).isEqualTo(new ImageHeader(ImageFormat.WEBP, 33, 22));
        Codec.writeWebP(new BufferedImage(34, 23, BufferedImage.TYPE_INT_ARGB), 0.8f, webp);
        assertThat(ImageHeader.read(webp)).isEqualTo(new ImageHeader(ImageFormat.WEBP, 34, 23));
    }

    @Test
    void readsAClaimThatNoMemoryCouldHold() throws IOException {
        assertThat(header(Samples.pngHeader(60_000, 60_000)).pixels()).isEqualTo(3_600_000_000L);
    }

    @Test
    void refusesNegativeAndEmptySizes() {
        refuses(Samples.pngHeader(-1, 10));
        refuses(Samples.pngHeader(0, 10));
    }

    @Test
    void refusesWhatIsNoImage() {
        refuses(new byte[0]);
        refuses("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        refuses(Arrays.copyOf(Samples.png(9, 9), 17));
        refuses(Arrays.copyOf(Samples.jpeg(9, 9), 30));
        refuses("RIFF\0\0\0\0WEBPXXXX\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        refuses(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
    }

    private void refuses(byte[] bytes) {
        assertThatExceptionOfType(UnreadableImage.class).isThrownBy(() -> header(bytes));
    }

    private ImageHeader header(byte[] bytes) throws IOException {
        return ImageHeader.read(Files.write(folder.resolve("image"), bytes));
    }
}
