package org.genonaut.gallery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.genonaut.GenonautTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestAccounts;
import org.genonaut.account.Account;
import org.genonaut.gallery.Gallery;
import org.genonaut.gallery.StoredPictures;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.ui.EmptyState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GenonautTest
@ViewPackages(classes = GalleryView.class)
@SignedInAs("gallery-maya")
class GalleryViewTest extends SpringBrowserlessTest {

    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    @Autowired
    private Gallery gallery;

    @Autowired
    private GenerationEvents events;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private StoredPictures pictures;
    private Account maya;

    @BeforeEach
    void emptyMayasGallery() {
        maya = accounts.member("gallery-maya");
        pictures = new StoredPictures(jdbc);
        jdbc.sql("delete from generation_image where account_id = ?")
                .param(maya.id().value())
                .update();
    }

    @Test
    void invitesToTheFirstPicture() {
        navigate(GalleryView.class);

        assertThat(find(EmptyState.class).single().isVisible()).isTrue();
        assertThat(find(TileList.class).all()).isEmpty();
    }

    @Test
    void showsTilesDayByDay() {
        var yesterday = pictures.one(maya, NOW.minus(Duration.ofDays(1)));
        var today = pictures.generation(maya, NOW, "a lighthouse", 1216, 832, 2);

        navigate(GalleryView.class);

        var lines = lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().count()).isEqualTo("2 images");
        assertThat(lines.getFirst().tiles())
                .extracting(Line.Tile::id)
                .containsExactly(
                        today.images().getFirst().toString(),
                        today.images().getLast().toString());
        assertThat(lines.getFirst().tiles().getFirst().prompt()).isEqualTo("a lighthouse");
        assertThat(lines.getLast().tiles()).extracting(Line.Tile::id).containsExactly(yesterday.toString());
        assertThat(lines.getLast().filler()).isPositive();
        assertThat(find(Span.class).withText("3 images").exists()).isTrue();
    }

    @Test
    void lastsForThousandsOfPictures() {
        for (int image = 0; image < 40; image++) {
            pictures.generation(maya, NOW.minusSeconds(image), "a lighthouse", 512 + image % 5 * 200, 832, 30);
        }

        navigate(GalleryView.class);

        assertThat(lines().stream().mapToInt(line -> line.tiles().size()).sum()).isEqualTo(1_200);
        assertThat(lines().stream().flatMap(line -> line.tiles().stream()).map(Line.Tile::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void letsNewPicturesInWhenTheTopIsInView() {
        pictures.one(maya, NOW);
        navigate(GalleryView.class);
        var arrived = pictures.one(maya, NOW.plusSeconds(1));

        changeList();

        assertThat(lines().getFirst().tiles().getFirst().id()).isEqualTo(arrived.toString());
        assertThat(find(Button.class).withText("1 new").exists()).isFalse();
    }

    @Test
    void countsNewPicturesWhileSomebodyReadsFurtherDown() {
        var old = pictures.one(maya, NOW);
        navigate(GalleryView.class);
        scrollDown();
        var arrived = pictures.one(maya, NOW.plusSeconds(1));

        changeList();

        assertThat(lines().getFirst().tiles()).extracting(Line.Tile::id).containsExactly(old.toString());
        test(find(Button.class).withText("1 new").single()).click();
        assertThat(lines().getFirst().tiles())
                .extracting(Line.Tile::id)
                .containsExactly(arrived.toString(), old.toString());
        assertThat(find(Button.class).withText("1 new").exists()).isFalse();
    }

    @Test
    void leavesAnEmptyGalleryBehindWithTheFirstPicture() {
        navigate(GalleryView.class);
        pictures.one(maya, NOW);

        changeList();

        assertThat(find(TileList.class).single().isVisible()).isTrue();
        assertThat(find(EmptyState.class).all()).isEmpty();
    }

    @Test
    void dropsAPictureThatWentToTheTrash() {
        var picture = pictures.one(maya, NOW);
        pictures.one(maya, NOW.plusSeconds(1));
        navigate(GalleryView.class);

        gallery.trash(maya.id(), picture);
        changeList();

        assertThat(find(Span.class).withText("1 image").exists()).isTrue();
    }

    @Test
    void comesBackToAPictureEvenWhenItIsGone() {
        var picture = pictures.one(maya, NOW);
        pictures.one(maya, NOW.plusSeconds(1));
        gallery.trash(maya.id(), picture);

        UI.getCurrent().navigate(GalleryView.PATH, QueryParameters.of("at", picture.toString()));
        assertThat(lines()).hasSize(1);

        UI.getCurrent().navigate(GalleryView.PATH, QueryParameters.of("at", "nonsense"));
        assertThat(lines()).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private List<Line> lines() {
        VirtualList<Line> list = find(VirtualList.class).single();
        return list.getDataProvider().fetch(new Query<>()).toList();
    }

    /** What the browser says when the top goes out of view. */
    private void scrollDown() {
        var tiles = find(TileList.class).single().getElement();
        var detail = JacksonUtils.createObjectNode().put("event.detail.atTop", false);
        tiles.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(tiles, "at-top-changed", detail));
    }

    /** The event comes on the dispatcher's thread; a second one, sent after it, tells that it has been delivered. */
    private void changeList() {
        var delivered = new CountDownLatch(1);
        var unsubscribe = events.subscribe(maya.id(), delivered::countDown);
        try {
            events.listChanged(maya.id());
            assertThat(delivered.await(10, TimeUnit.SECONDS)).isTrue();
            events.listChanged(maya.id());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            unsubscribe.run();
        }
        roundTrip();
        runPendingSignalsTasks();
    }
}
