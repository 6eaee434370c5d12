package org.genonaut.benchmark;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.genonaut.simulator.drawing.Painter;
import org.genonaut.simulator.drawing.scene.Scene;
import org.genonaut.storage.ImageFormat;
import org.genonaut.storage.ImageKey;
import org.genonaut.storage.ImageStore;
import org.genonaut.storage.Rendition;
import org.genonaut.storage.Renditions;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** P11: how many 1024² PNGs one core turns into thumbnails of 512 and 256 in a second. */
final class ThumbnailsBenchmark implements Benchmarks.Benchmark {

    private static final int PICTURES = 60;
    private static final int WARM_UP = 20;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("org.genonaut.storage")
    @ConfigurationPropertiesScan("org.genonaut.storage")
    static class Storage {}

    @Override
    public Figures run() throws IOException {
        var folder = Files.createTempDirectory("genonaut-benchmark-");
        try (var context = new SpringApplicationBuilder(Storage.class)
                .web(WebApplicationType.NONE)
                .properties("genonaut.storage.directory=" + folder, "logging.level.root=warn")
                .run()) {
            var store = context.getBean(ImageStore.class);
            var renditions = context.getBean(Renditions.class);
            var keys = store(store);
            make(renditions, keys.subList(0, WARM_UP));
            var measured = keys.subList(WARM_UP, keys.size());
            var taken = make(renditions, measured);
            double rate = measured.size() / (taken.toNanos() / 1e9);
            return new Figures()
                    .row(
                            "P11",
                            "1024² PNG → 512 and 256 WebP, images a second on one thread",
                            "%.1f".formatted(rate),
                            "≥ 20");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static List<ImageKey> store(ImageStore store) throws IOException {
        var keys = new ArrayList<ImageKey>();
        for (int i = 0; i < PICTURES + WARM_UP; i++) {
            var incoming = store.newIncoming();
            draw(i, incoming);
            var key = ImageKey.of(LocalDate.EPOCH, UUID.randomUUID(), ImageFormat.PNG);
            store.keep(key, incoming);
            keys.add(key);
        }
        return keys;
    }

    private static void draw(int seed, Path file) throws IOException {
        var scene = new Scene("lighthouse before a storm", "", BigInteger.valueOf(seed), 1024, 1024, "sdxl", List.of());
        ImageIO.write(Painter.paint(scene), "png", file.toFile());
    }

    private static Duration make(Renditions renditions, List<ImageKey> keys) {
        long begin = System.nanoTime();
        for (var key : keys) {
            renditions.get(key, Rendition.W512);
            renditions.get(key, Rendition.W256);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
