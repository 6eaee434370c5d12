package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.genonaut.GenonautTest;
import org.genonaut.storage.ImageKey;
import org.genonaut.storage.ImageStore;
import org.genonaut.storage.Rendition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@GenonautTest
class OrphanSweepTest {

    @Autowired
    private OrphanSweep sweep;

    @Autowired
    private ImageStore store;

    @Value("${genonaut.storage.directory}")
    private Path folder;

    @Test
    void removesWhatNobodyNamesOnceItIsADayOld() throws IOException {
        var young = kept(Duration.ofHours(23));
        var old = kept(Duration.ofHours(25));

        assertThat(sweep.sweep()).isEqualTo(1);

        assertThat(store.find(old, Rendition.ORIGINAL)).isEmpty();
        assertThat(store.find(young, Rendition.ORIGINAL)).isPresent();
    }

    private ImageKey kept(Duration ago) throws IOException {
        var key = new ImageKey("2026/11/20/" + UUID.randomUUID() + ".png");
        var incoming = store.newIncoming();
        Files.writeString(incoming, "picture");
        store.keep(key, incoming);
        Files.setLastModifiedTime(
                folder.resolve("original").resolve(key.value()),
                FileTime.from(Instant.now().minus(ago)));
        return key;
    }
}
