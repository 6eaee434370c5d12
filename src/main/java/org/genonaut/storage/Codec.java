package org.genonaut.storage;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPReadParam;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.springframework.core.io.Resource;

/** Decodes what is stored, makes it smaller and writes WebP. */
final class Codec {

    /** Beyond that we refuse; nothing that ComfyUI makes within our limits comes near. */
    static final long MOST_PIXELS = 64_000_000;

    /** Larger images are read with gaps: 16 megapixels are 64 MB, and four times what the largest rendition needs. */
    private static final long DECODED_PIXELS = 16_000_000;

    static {
        ImageIO.setUseCache(false);
    }

    private Codec() {}

    /**
     * The picture, possibly a whole fraction of its stored size.
     *
     * @throws UnreadableImage if it is broken or larger than {@link #MOST_PIXELS}
     * @throws IOException if the store fails
     */
    static BufferedImage decode(Resource content) throws IOException {
        ImageHeader header;
        try (InputStream in = content.getInputStream()) {
            header = ImageHeader.read(in);
        }
        if (header.pixels() > MOST_PIXELS) {
            throw new UnreadableImage("%d × %d pixels are more than %d megapixels"
                    .formatted(header.width(), header.height(), MOST_PIXELS / 1_000_000));
        }
        try (ImageInputStream in = input(content)) {
            return decode(in, header);
        }
    }

    private static ImageInputStream input(Resource content) throws IOException {
        return content.isFile()
                ? ImageIO.createImageInputStream(content.getFile())
                : ImageIO.createImageInputStream(content.getInputStream());
    }

    private static BufferedImage decode(ImageInputStream in, ImageHeader header) {
        ImageReader reader = reader(header.format());
        try {
            reader.setInput(in, true, true);
            var how = reader.getDefaultReadParam();
            int gap = gap(header.pixels());
            if (how instanceof WebPReadParam webp) {
                // This decoder overlooks subsampling and scales by itself.
                webp.setUseScaling(gap > 1);
                webp.setScaledWidth(Math.max(1, header.width() / gap));
                webp.setScaledHeight(Math.max(1, header.height() / gap));
            } else {
                how.setSourceSubsampling(gap, gap, 0, 0);
            }
            return reader.read(0, how);
        } catch (IOException | RuntimeException e) {
            // Decoders answer broken bytes with whatever exception they run into.
            throw new UnreadableImage("A broken " + header.format(), e);
        } finally {
            reader.dispose();
        }
    }

    /** Every n-th pixel each way. */
    static int gap(long pixels) {
        int gap = 1;
        while (pixels / ((long) gap * gap) > DECODED_PIXELS) {
            gap++;
        }
        return gap;
    }

    private static ImageReader reader(ImageFormat format) {
        return switch (format) {
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }

    /** At most so long on the longer side, never enlarged; 8 bits a channel as WebP has them. */
    static BufferedImage fit(BufferedImage image, int longestSide) throws IOException {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        int longer = Math.max(image.getWidth(), image.getHeight());
        if (longer <= longestSide) {
            return image.getType() == type ? image : copy(image, type);
        }
        double scale = (double) longestSide / longer;
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return Thumbnails.of(image).forceSize(width, height).imageType(type).asBufferedImage();
    }

    private static BufferedImage copy(BufferedImage image, int type) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
        var pen = copy.createGraphics();
        pen.drawImage(image, 0, 0, type == BufferedImage.TYPE_INT_RGB ? Color.WHITE : null, null);
        pen.dispose();
        return copy;
    }

    /** Lossy WebP of a quality from 0 to 1. */
    static void writeWebP(BufferedImage image, float quality, Path file) throws IOException {
        var writer = new WebPImageWriterSpi().createWriterInstance(null);
        try (var out = new FileImageOutputStream(file.toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("Lossy");
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
