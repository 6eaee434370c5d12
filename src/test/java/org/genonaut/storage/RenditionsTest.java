package org.genonaut.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenditionsTest {

    private static final ImageKey KEY = new ImageKey("2026/11/22/a.png");

    @TempDir
    Path folder;

    private CountingStore store;
    private Renditions renditions;

    @BeforeEach
    void open() {
        store = new CountingStore(new DiskImageStore(new StorageProperties(folder)));
        renditions = new Renditions(store);
    }

    @AfterEach
    void close() {
        renditions.close();
    }

    @Test
    void makesEachFormInItsSize() throws IOException {
        keep(Samples.png(2600, 1300));

        assertThat(size(Rendition.VIEW)).isEqualTo("2048 × 1024 WEBP");
        assertThat(size(Rendition.W512)).isEqualTo("512 × 256 WEBP");
        assertThat(size(Rendition.W256)).isEqualTo("256 × 128 WEBP");
    }

    @Test
    void measuresTheLongestSideOfPortraits() throws IOException {
        keep(Samples.jpeg(832, 1216));

        assertThat(size(Rendition.W512)).isEqualTo("350 × 512 WEBP");
        assertThat(size(Rendition.VIEW)).isEqualTo("832 × 1216 WEBP");
    }

    @Test
    void neverEnlargesAndKeepsAPixelOfThinImages() throws IOException {
        keep(Samples.png(3, 2));
        assertThat(size(Rendition.W256)).isEqualTo("3 × 2 WEBP");

        store.delete(KEY);
        keep(Samples.png(2000, 2));
        assertThat(size(Rendition.W256)).isEqualTo("256 × 1 WEBP");
    }

    @Test
    void readsTransparentAndVeryLargeImages() throws IOException {
        keep(Samples.transparentPng(600, 600));
        assertThat(size(Rendition.W512)).isEqualTo("512 × 512 WEBP");

        store.delete(KEY);
        keep(Samples.jpeg(5200, 3400));
        assertThat(size(Rendition.VIEW)).isEqualTo("2048 × 1339 WEBP");
    }

    @Test
    void leavesTheOriginalByteForByte() throws IOException {
        byte[] png = Samples.png(800, 600);
        keep(png);
        Path original = folder.resolve("original/" + KEY);
        String before = Samples.sha256(original);

        renditions.get(KEY, Rendition.VIEW);
        renditions.get(KEY, Rendition.W256);

        assertThat(Samples.sha256(original)).isEqualTo(before);
        assertThat(renditions.get(KEY, Rendition.ORIGINAL).content().getContentAsByteArray())
                .isEqualTo(png);
    }

    @Test
    void makesAFormOnceForFiftyWhoAskAtTheSameTime() throws Exception {
        keep(Samples.png(1024, 1024));
        var start = new CountDownLatch(1);
        var served = new AtomicInteger();
        Instant begin = Instant.now();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(i -> callers.submit(() -> {
                        start.await();
                        renditions.get(KEY, i % 2 == 0 ? Rendition.W512 : Rendition.W256);
                        return served.incrementAndGet();
                    }));
            start.countDown();
        }

        assertThat(served).hasValue(50);
        assertThat(store.kept).as("512 and 256").hasValue(2);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void makesThe256FromThe512() throws IOException {
        keep(Samples.png(900, 900));

        renditions.get(KEY, Rendition.W256);

        assertThat(store.find(KEY, Rendition.W512)).isPresent();
        assertThat(store.find(KEY, Rendition.VIEW)).isEmpty();
    }

    @Test
    void preparesAllFormsInTheBackground() throws Exception {
        keep(Samples.png(640, 480));
        store.expected = new CountDownLatch(3);

        renditions.prepare(KEY);

        assertThat(store.expected.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusesToDecodeMoreThan64Megapixels() throws IOException {
        keep(Samples.pngHeader(60_000, 60_000));

        assertThatExceptionOfType(UnreadableImage.class)
                .isThrownBy(() -> renditions.get(KEY, Rendition.W256))
                .withMessageContaining("64 megapixels");
        assertThat(unfinished()).isZero();
    }

    @Test
    void saysThatAnImageIsBroken() throws IOException {
        byte[] png = Samples.png(300, 300);
        keep(Arrays.copyOf(png, 60));

        assertThatExceptionOfType(UnreadableImage.class).isThrownBy(() -> renditions.get(KEY, Rendition.W512));
        assertThat(unfinished()).isZero();
    }

    @Test
    void knowsNothingOfMissingImages() {
        assertThatExceptionOfType(StorageException.Missing.class).isThrownBy(() -> renditions.get(KEY, Rendition.W256));
        assertThatExceptionOfType(StorageException.Missing.class)
                .isThrownBy(() -> renditions.get(KEY, Rendition.ORIGINAL));
    }

    @Test
    void knowsFormsByTheirWords() {
        assertThat(Rendition.of("256")).contains(Rendition.W256);
        assertThat(Rendition.of("original")).contains(Rendition.ORIGINAL);
        assertThat(Rendition.of("W256")).isEmpty();
    }

    private void keep(byte[] bytes) throws IOException {
        store.store.keep(KEY, Files.write(store.newIncoming(), bytes));
    }

    private String size(Rendition rendition) throws IOException {
        try (var in = renditions.get(KEY, rendition).content().getInputStream()) {
            var header = ImageHeader.read(in);
            return header.width() + " × " + header.height() + " " + header.format();
        }
    }

    private long unfinished() throws IOException {
        try (var files = Files.list(folder.resolve("incoming"))) {
            return files.count();
        }
    }

    /** Counts the renditions kept. */
    private static final class CountingStore implements ImageStore {
        private final ImageStore store;
        private final AtomicInteger kept = new AtomicInteger();
        private CountDownLatch expected = new CountDownLatch(0);

        CountingStore(ImageStore store) {
            this.store = store;
        }

        @Override
        public Path newIncoming() {
            return store.newIncoming();
        }

        @Override
        public void keep(ImageKey key, Rendition rendition, Path incoming) {
            store.keep(key, rendition, incoming);
            kept.incrementAndGet();
            expected.countDown();
        }

        @Override
        public Optional<StoredFile> find(ImageKey key, Rendition rendition) {
            return store.find(key, rendition);
        }

        @Override
        public Stream<ImageKey> keptBefore(Duration age) {
            return store.keptBefore(age);
        }

        @Override
        public void removeForgotten() {
            store.removeForgotten();
        }

        @Override
        public void delete(ImageKey key) {
            store.delete(key);
        }
    }
}
