package org.genonaut.gallery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.router.RouteParameters;
import java.time.Instant;
import org.genonaut.GenonautTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestAccounts;
import org.genonaut.account.Account;
import org.genonaut.gallery.Gallery;
import org.genonaut.gallery.StoredPictures;
import org.genonaut.generation.ImageId;
import org.genonaut.ui.Undo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GenonautTest
@ViewPackages(classes = ImageViewer.class)
@SignedInAs("viewer-maya")
class ImageViewerTest extends SpringBrowserlessTest {

    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    @Autowired
    private Gallery gallery;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private StoredPictures pictures;
    private Account maya;
    private StoredPictures.Stored stored;

    @BeforeEach
    void storeThreePictures() {
        maya = accounts.member("viewer-maya");
        pictures = new StoredPictures(jdbc);
        jdbc.sql("delete from generation_image where account_id = ?")
                .param(maya.id().value())
                .update();
        stored = pictures.generation(maya, NOW, "a lighthouse <b>at</b> night", 1216, 832, 3);
    }

    @Test
    void showsThePictureWithItsWholeRecipe() {
        open(middle());

        var image = find(Image.class).withId("viewer-image").single();
        assertThat(image.getSrc()).isEqualTo("media/" + middle() + "/view");
        assertThat(image.getAlt()).contains("a lighthouse <b>at</b> night");
        assertThat(find(H1.class).single().getText()).isEqualTo("a lighthouse <b>at</b> night");
        assertThat(factsText())
                .contains("sdxl/atlas.safetensors", "ink.safetensors", "0.80", "1216", "832", "euler, normal")
                .contains("43", "Atlas", "5.4", "PNG", "1.9");
    }

    @Test
    void walksToTheNeighboursByKey() {
        open(middle());

        fireShortcut(Key.ARROW_LEFT);
        assertThat(shownImage()).isEqualTo(stored.newest());
        assertThat(find(Button.class).withId("previous").exists()).isFalse();

        fireShortcut(Key.ARROW_RIGHT);
        fireShortcut(Key.ARROW_RIGHT);
        assertThat(shownImage()).isEqualTo(stored.images().getLast());
        assertThat(find(Button.class).withId("next").exists()).isFalse();
    }

    @Test
    void trashesAndShowsTheNextAndTakesItBack() {
        open(middle());

        test(find(Button.class).withId("delete").single()).click();

        assertThat(shownImage()).isEqualTo(stored.images().getLast());
        assertThat(gallery.find(maya.id(), middle())).isEmpty();

        var undo = find(Undo.class).single();
        test(find(Button.class, undo).single()).click();

        assertThat(shownImage()).isEqualTo(middle());
        assertThat(gallery.find(maya.id(), middle())).isPresent();
    }

    @Test
    void returnsToTheGalleryWhenTheLastPictureIsGone() {
        for (int picture = 0; picture < 3; picture++) {
            open(stored.images().get(picture));
            fireShortcut(Key.DELETE);
        }

        assertThat(getCurrentView()).isInstanceOf(GalleryView.class);
    }

    @Test
    void offersTheOriginalUnderASensibleName() {
        open(middle());

        var download = find(Anchor.class).withId("download").single();
        assertThat(download.getHref()).isEqualTo("media/" + middle() + "/original");
        assertThat(download.getElement().getAttribute("download"))
                .isEqualTo("genonaut-2026-03-05-a-lighthouse-b-at-b-night-43-2.png");
    }

    @Test
    void hidesTheRecipeAndShowsItAgain() {
        open(middle());

        fireShortcut(Key.KEY_I);
        assertThat(getCurrentView().getElement().getClassList().contains("gn-no-recipe"))
                .isTrue();
        fireShortcut(Key.KEY_I);
        assertThat(getCurrentView().getElement().getClassList().contains("gn-no-recipe"))
                .isFalse();
    }

    @Test
    void saysNothingOfTheIdsOfOthers() {
        var noahs = pictures.one(accounts.member("viewer-noah"), NOW);

        assertThat(notFound(noahs.toString())).isTrue();
        assertThat(notFound("nonsense")).isTrue();
    }

    private boolean notFound(String image) {
        try {
            UI.getCurrent().navigate(ImageViewer.class, new RouteParameters(ImageViewer.IMAGE, image));
        } catch (RuntimeException mockedErrorPage) {
            return true;
        }
        return !(getCurrentView() instanceof ImageViewer);
    }

    private ImageId middle() {
        return stored.images().get(1);
    }

    private void open(ImageId image) {
        UI.getCurrent().navigate(ImageViewer.class, new RouteParameters(ImageViewer.IMAGE, image.toString()));
    }

    private ImageId shownImage() {
        var address = find(Image.class).withId("viewer-image").single().getSrc();
        return ImageAddress.parse(address.split("/", -1)[1]).orElseThrow();
    }

    private String factsText() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
