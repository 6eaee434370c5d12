package org.genonaut.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.Account;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.ImageId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GenonautTest
class GalleryTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Autowired
    private Gallery gallery;

    @Autowired
    private GenerationService generations;

    @Autowired
    private GenerationEvents events;

    @Autowired
    private TestTables tables;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private StoredPictures pictures;
    private Account maya;
    private Account noah;

    @BeforeEach
    void start() {
        tables.empty();
        pictures = new StoredPictures(jdbc);
        maya = accounts.member("maya");
        noah = accounts.member("noah");
    }

    @Test
    void showsTheNewestFirstAndNobodyElses() {
        var first = pictures.one(maya, NOON);
        pictures.one(noah, NOON.plusSeconds(1));
        var second = pictures.one(maya, NOON.plusSeconds(2));

        var window = gallery.open(maya.id());

        assertThat(window.size()).isEqualTo(2);
        assertThat(window.page(0, 10)).extracting(GalleryImage::id).containsExactly(second, first);
        assertThat(window.shapes(10)).extracting(ImageShape::id).containsExactly(second, first);
    }

    @Test
    void findsAnImageWithItsWholeRecipe() {
        var stored = pictures.generation(maya, NOON, "a lighthouse", 1216, 832, 3);

        var viewed = gallery.find(maya.id(), stored.newest()).orElseThrow();

        assertThat(viewed.generation().id()).isEqualTo(stored.generation());
        assertThat(viewed.image().number()).isEqualTo(2);
        assertThat(viewed.recipe().samplerParams().seed()).hasToString("44");
        assertThat(viewed.recipe().batchCount()).isOne();
        assertThat(viewed.backend()).isEqualTo("Atlas of the pictures");
        assertThat(viewed.took()).isEqualTo(Duration.ofMillis(5400));
        assertThat(viewed.id().time()).isEqualTo(NOON);
    }

    @Test
    void findsNothingForAnotherAccount() {
        var image = pictures.one(maya, NOON);

        assertThat(gallery.find(noah.id(), image)).isEmpty();
        assertThat(gallery.trash(noah.id(), image)).isFalse();
        assertThat(gallery.find(maya.id(), image)).isPresent();
        assertThat(gallery.find(maya.id(), new ImageId(UUID.randomUUID()))).isEmpty();
        assertThat(gallery.neighbours(noah.id(), image, 5)).isEqualTo(gallery.neighbours(noah.id(), image, 0));
    }

    @Test
    void readsTheSamePageFromWhicheverPlaceItIsReached() {
        var all = manyOf(1_050);
        var window = gallery.open(maya.id());
        var jumping = gallery.open(maya.id());
        jumping.shapes(2_000);

        var walked = new ArrayList<ImageId>();
        for (int offset = 0; offset < 1_100; offset += 97) {
            window.page(offset, 97).forEach(image -> walked.add(image.id()));
        }

        assertThat(walked).isEqualTo(all);
        for (int offset : new int[] {1_000, 3, 640, 500, 1_049, 641}) {
            assertThat(jumping.page(offset, 40))
                    .as("from %d on", offset)
                    .extracting(GalleryImage::id)
                    .isEqualTo(all.subList(offset, Math.min(1_050, offset + 40)));
        }
        assertThat(window.placeOf(all.get(777))).isEqualTo(777);
    }

    @Test
    void keepsWhatArrivesLaterOutsideAnOpenWindow() {
        var old = pictures.one(maya, NOON);
        var window = gallery.open(maya.id());
        pictures.one(maya, NOON.plusSeconds(1));

        assertThat(window.page(0, 10)).extracting(GalleryImage::id).containsExactly(old);
        assertThat(window.arrived()).isOne();
        assertThat(window.placeOf(old)).isZero();
        assertThat(window.isLike(gallery.open(maya.id()))).isFalse();
    }

    @Test
    void countsWhatArrivesInAnEmptyGallery() {
        var window = gallery.open(maya.id());
        pictures.one(maya, NOON);

        assertThat(window.isEmpty()).isTrue();
        assertThat(window.page(0, 10)).isEmpty();
        assertThat(window.arrived()).isOne();
    }

    @Test
    void namesTheNeighboursOnBothSides() {
        var all = manyOf(9);

        var neighbours = gallery.neighbours(maya.id(), all.get(4), 2);

        assertThat(neighbours.newer()).containsExactly(all.get(2), all.get(3));
        assertThat(neighbours.older()).containsExactly(all.get(5), all.get(6));
        assertThat(neighbours.nextNewer()).contains(all.get(3));
        assertThat(neighbours.nextOlder()).contains(all.get(5));
        assertThat(gallery.neighbours(maya.id(), all.getFirst(), 2).nextNewer()).isEmpty();
    }

    @Test
    void takesAnImageBackOutOfTheTrash() {
        var stored = pictures.generation(maya, NOON, "a lighthouse", 512, 512, 2);
        var image = stored.newest();
        var told = new AtomicInteger();
        events.subscribe(maya.id(), told::incrementAndGet);

        assertThat(gallery.trash(maya.id(), image)).isTrue();
        assertThat(gallery.trash(maya.id(), image)).isFalse();
        assertThat(gallery.find(maya.id(), image)).isEmpty();
        assertThat(gallery.open(maya.id()).size()).isOne();

        assertThat(gallery.restore(noah.id(), image)).isFalse();
        assertThat(gallery.restore(maya.id(), image)).isTrue();
        assertThat(gallery.open(maya.id()).size()).isEqualTo(2);
    }

    @Test
    void keepsAGenerationWhoseImagesAreAllInTheTrash() {
        var stored = pictures.generation(maya, NOON, "a lighthouse", 512, 512, 1);

        gallery.trash(maya.id(), stored.newest());

        assertThat(generations
                        .find(maya.id(), stored.generation())
                        .orElseThrow()
                        .images())
                .isEmpty();
    }

    @Test
    void leavesAnImageInTheTrashWhenItsGenerationIsThereToo() {
        var stored = pictures.generation(maya, NOON, "a lighthouse", 512, 512, 2);
        gallery.trash(maya.id(), stored.newest());
        generations.delete(maya.id(), stored.generation());

        assertThat(gallery.restore(maya.id(), stored.newest())).isFalse();
        assertThat(gallery.open(maya.id()).isEmpty()).isTrue();
    }

    /** The newest first. */
    private List<ImageId> manyOf(int count) {
        var ids = transaction.execute(status -> IntStream.range(0, count)
                .mapToObj(image -> pictures.one(maya, NOON.plusMillis(image)))
                .toList());
        return ids.reversed();
    }
}
