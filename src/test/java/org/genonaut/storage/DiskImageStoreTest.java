package org.genonaut.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskImageStoreTest {

    private static final ImageKey KEY = new ImageKey("2026/11/22/a.png");

    @TempDir
    Path folder;

    private ImageStore store;

    @BeforeEach
    void open() {
        store = new DiskImageStore(new StorageProperties(folder));
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        Path incoming = incoming("bytes");

        store.keep(KEY, incoming);

        var kept = store.open(KEY);
        assertThat(kept.content().getContentAsByteArray()).isEqualTo("bytes".getBytes());
        assertThat(kept.length()).isEqualTo(5);
        assertThat(kept.lastModified())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(incoming).doesNotExist();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void neverOverwritesAnOriginal() throws IOException {
        store.keep(KEY, incoming("first"));
        Path second = incoming("second");

        assertThatExceptionOfType(StorageException.AlreadyKept.class).isThrownBy(() -> store.keep(KEY, second));

        assertThat(store.open(KEY).content().getContentAsByteArray()).isEqualTo("first".getBytes());
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void letsOneOfManyWritersOfTheSameKeyWin() {
        var refused = new AtomicInteger();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20)
                    .forEach(i -> writers.submit(() -> {
                        Path incoming = incoming("writer " + i);
                        try {
                            store.keep(KEY, incoming);
                        } catch (StorageException.AlreadyKept e) {
                            refused.incrementAndGet();
                        }
                        return null;
                    }));
        }

        assertThat(refused).hasValue(19);
        assertThat(store.open(KEY).length()).isGreaterThan(0);
    }

    @Test
    void keepsAllOverARestart() throws IOException {
        store.keep(KEY, incoming("bytes"));

        var restarted = new DiskImageStore(new StorageProperties(folder));

        assertThat(restarted.open(KEY).length()).isEqualTo(5);
    }

    @Test
    void saysThatAnImageIsMissing() {
        assertThatExceptionOfType(StorageException.Missing.class).isThrownBy(() -> store.open(KEY));
        assertThat(store.find(KEY, Rendition.W256)).isEmpty();
        assertThatExceptionOfType(StorageException.Missing.class).isThrownBy(() -> store.open(new ImageKey("2026/11")));
    }

    @Test
    void deletesAllFormsOfAnImageAndNothingElse() throws IOException {
        var other = new ImageKey("2026/11/22/b.png");
        store.keep(KEY, incoming("a"));
        store.keep(other, incoming("b"));
        store.keep(KEY, Rendition.W256, incoming("small"));

        store.delete(KEY);
        store.delete(KEY);

        assertThat(store.find(KEY, Rendition.ORIGINAL)).isEmpty();
        assertThat(store.find(KEY, Rendition.W256)).isEmpty();
        assertThat(store.open(other).length()).isEqualTo(1);
    }

    @Test
    void keepsOnlyWhatItHandedOut() throws IOException {
        Path foreign = Files.writeString(folder.resolve("foreign"), "x");

        assertThatIllegalArgumentException().isThrownBy(() -> store.keep(KEY, foreign));

        assertThat(foreign).exists();
    }

    @Test
    void forgetsUnfinishedDownloadsAfterADay() throws IOException {
        Path fresh = incoming("running");
        Path old = incoming("left by a crash");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

        open();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void saysThatTheFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatExceptionOfType(StorageException.Unavailable.class)
                .isThrownBy(() -> new DiskImageStore(new StorageProperties(file.resolve("images"))))
                .withMessageContaining("Images cannot be kept in");
    }

    @Test
    void leavesNothingBehindWhenKeepingFails() throws IOException {
        Path blocked =
                Files.createDirectories(folder.resolve("original/2026/11")).resolve("22");
        Files.writeString(blocked, "where a folder should be");
        Path incoming = incoming("bytes");

        assertThatExceptionOfType(StorageException.Unavailable.class).isThrownBy(() -> store.keep(KEY, incoming));

        assertThat(unfinished()).isEmpty();
        assertThat(blocked).hasContent("where a folder should be");
    }

    private Path incoming(String text) throws IOException {
        return Files.writeString(store.newIncoming(), text);
    }

    private List<Path> unfinished() throws IOException {
        try (var files = Files.list(folder.resolve("incoming"))) {
            return files.toList();
        }
    }
}
