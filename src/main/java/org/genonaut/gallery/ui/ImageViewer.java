package org.genonaut.gallery.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.genonaut.account.AccountId;
import org.genonaut.account.CurrentAccount;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.gallery.Gallery;
import org.genonaut.gallery.Neighbours;
import org.genonaut.gallery.ViewedImage;
import org.genonaut.generation.ImageId;
import org.genonaut.generation.LimitReached;
import org.genonaut.generation.draft.InvalidGeneration;
import org.genonaut.ui.Undo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One picture with its recipe, at an address of its own. */
@Route(GalleryView.PATH + "/:" + ImageViewer.IMAGE)
@PermitAll
class ImageViewer extends Div implements BeforeEnterObserver, HasDynamicTitle, ViewerActions {

    /** Route parameter. */
    static final String IMAGE = "image";

    private static final Logger log = LoggerFactory.getLogger(ImageViewer.class);

    private static final int NEIGHBOURS = 6;
    private static final int TITLE_LENGTH = 60;
    private static final Duration UNDO = Duration.ofSeconds(10);

    private final Gallery gallery;
    private final AccountId account;
    private final Stage stage;
    private final RecipePanel panel;
    private Optional<Shown> shown = Optional.empty();

    private record Shown(ViewedImage viewed, Neighbours neighbours) {

        ImageId id() {
            return viewed.id();
        }
    }

    ImageViewer(Gallery gallery, ModelCatalog catalog, CurrentAccount account) {
        this.gallery = gallery;
        this.account = account.id();
        addClassNames("gn-page", "gn-viewer");
        stage = new Stage(this);
        panel = new RecipePanel(this, catalog);
        add(stage, panel);
        addKeys();
    }

    private void addKeys() {
        key(Key.ARROW_LEFT, this::newer);
        key(Key.ARROW_RIGHT, this::older);
        key(Key.KEY_R, this::again);
        key(Key.KEY_S, this::sameSeed);
        key(Key.KEY_E, this::editRecipe);
        key(Key.KEY_I, this::togglePanel);
        key(Key.DELETE, this::delete);
        key(Key.ESCAPE, this::backToGallery);
    }

    private void key(Key key, Runnable action) {
        Shortcuts.addShortcutListener(this, action::run, key);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var found = entering.getRouteParameters()
                .get(IMAGE)
                .flatMap(ImageAddress::parse)
                .flatMap(id -> gallery.find(account, id));
        found.ifPresentOrElse(this::show, () -> entering.rerouteToError(NotFoundException.class));
    }

    private void show(ViewedImage viewed) {
        var neighbours = gallery.neighbours(account, viewed.id(), NEIGHBOURS);
        shown = Optional.of(new Shown(viewed, neighbours));
        stage.show(viewed, neighbours);
        panel.show(viewed);
    }

    @Override
    public String getPageTitle() {
        var prompt = shown.map(now -> now.viewed().recipe().prompt().strip()).orElse("");
        var title = prompt.isEmpty() ? getTranslation("viewer.no-prompt") : prompt;
        return (title.length() > TITLE_LENGTH ? title.substring(0, TITLE_LENGTH).strip() + "…" : title) + " · Genonaut";
    }

    @Override
    public void newer() {
        with(now -> now.neighbours().nextNewer().ifPresent(this::open));
    }

    @Override
    public void older() {
        with(now -> now.neighbours().nextOlder().ifPresent(this::open));
    }

    @Override
    public void again() {
        with(now -> {
            try {
                gallery.again(account, now.viewed().generation());
                UI.getCurrent().navigate("generate");
            } catch (InvalidGeneration | LimitReached refused) {
                log.debug("Image {} cannot be made again as it is", now.id(), refused);
                fillForm(now, Map.of()); // The form says what is in the way.
            }
        });
    }

    @Override
    public void sameSeed() {
        with(now -> fillForm(
                now, Map.of("image", String.valueOf(now.viewed().image().number()))));
    }

    @Override
    public void editRecipe() {
        with(now -> fillForm(now, Map.of()));
    }

    @Override
    public void delete() {
        with(now -> {
            if (gallery.trash(account, now.id())) {
                Undo.offer(getTranslation("viewer.trashed"), UNDO, () -> restore(now.id()));
            }
            now.neighbours()
                    .nextOlder()
                    .or(() -> now.neighbours().nextNewer())
                    .ifPresentOrElse(this::open, () -> UI.getCurrent().navigate(GalleryView.class));
        });
    }

    /** The offer outlives this page, so it asks for the window of whoever takes it. */
    private void restore(ImageId image) {
        if (gallery.restore(account, image)) {
            open(image);
        }
    }

    @Override
    public void togglePanel() {
        setClassName("gn-no-recipe", !hasClassName("gn-no-recipe"));
    }

    @Override
    public void backToGallery() {
        with(now -> ImageAddress.openInGallery(UI.getCurrent(), now.id()));
    }

    private void open(ImageId image) {
        ImageAddress.open(UI.getCurrent(), image);
    }

    /** The form reads what it is to be filled with from its address. */
    private static void fillForm(Shown now, Map<String, String> more) {
        var query = QueryParameters.of("again", now.viewed().generation().id().toString());
        for (var entry : more.entrySet()) {
            query = query.merging(entry.getKey(), entry.getValue());
        }
        UI.getCurrent().navigate("generate", query);
    }

    private void with(Consumer<Shown> action) {
        shown.ifPresent(action);
    }
}
