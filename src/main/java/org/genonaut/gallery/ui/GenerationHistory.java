package org.genonaut.gallery.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.genonaut.account.AccountId;
import org.genonaut.gallery.Gallery;
import org.genonaut.gallery.GalleryWindow;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.generation.ImageId;
import org.genonaut.ui.EmptyState;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.LiveSignal;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an account has generated, newest first. New images enter at the top when the top is in view, else they
 * are counted and wait.
 */
class GenerationHistory extends Section {

    private final Gallery gallery;
    private final GenerationEvents events;
    private final AccountId account;

    private final Span count = new Span();
    private final Button arrivals = new Button("", click -> showNewest());
    private final TileList tiles = new TileList();
    private final EmptyState empty = emptyState();
    private Optional<Shown> shown = Optional.empty();
    private Room room = Room.in(0);

    /** What the list shows at present. */
    private record Shown(GalleryWindow window, TileLines lines) {}

    GenerationHistory(Gallery gallery, GenerationEvents events, AccountId account) {
        this.gallery = gallery;
        this.events = events;
        this.account = account;
        addClassName("gn-tiles");
        count.addClassNames("gn-small", "gn-muted");
        arrivals.addClassName("gn-arrivals");
        arrivals.setVisible(false);
        var top = new Div(new H1(getTranslation("gallery.title")), count);
        top.addClassName("gn-tiles-top");
        add(top, arrivals, tiles, empty);
        var changes = LiveSignal.of(this, 0L, this::subscribe);
        Signal.effect(this, () -> {
            changes.get();
            follow();
        });
    }

    /** @param at the image to be seen and focused; null for the newest */
    void open(@Nullable ImageId at) {
        room = Room.in(windowWidth());
        show(gallery.open(account));
        if (at != null) {
            shown.ifPresent(
                    all -> tiles.scrollTo(all.lines().lineOf(all.window().placeOf(at))));
            tiles.focus(at);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var resizing = attached.getUI().getPage().addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
        addDetachListener(detached -> {
            detached.unregisterListener();
            resizing.remove();
        });
    }

    private Runnable subscribe(Consumer<Long> listener) {
        var number = new AtomicLong();
        return events.subscribe(account, () -> listener.accept(number.incrementAndGet()));
    }

    private void follow() {
        shown.map(Shown::window).ifPresent(window -> {
            var now = gallery.open(account);
            if (!now.isLike(window)) {
                follow(window.arrived(), now);
            }
        });
    }

    private void follow(int arrived, GalleryWindow now) {
        if (arrived == 0 || tiles.isAtTop()) {
            show(now);
        } else {
            arrivals.setText(getTranslation("gallery.arrived", arrived));
            arrivals.setVisible(true);
        }
    }

    private void showNewest() {
        show(gallery.open(account));
        tiles.scrollTo(0);
    }

    private void show(GalleryWindow now) {
        arrivals.setVisible(false);
        count.setText(now.isEmpty() ? "" : getTranslation("gallery.images", now.size()));
        empty.setVisible(now.isEmpty());
        tiles.setVisible(!now.isEmpty());
        pack(now);
    }

    private TileLines pack(GalleryWindow window) {
        var source = new LineSource(window, room, Formats.current());
        tiles.show(source);
        shown = Optional.of(new Shown(window, source.lines()));
        return source.lines();
    }

    private void fit(int windowWidth) {
        var fitting = Room.in(windowWidth);
        if (!fitting.equals(room)) {
            room = fitting;
            shown.ifPresent(this::packAnew);
        }
    }

    /** What stands at the top stays there when another width needs other lines. */
    private void packAnew(Shown before) {
        var lines = pack(before.window());
        tiles.tellFirstLine(first -> tiles.scrollTo(lines.lineOf(before.lines().start(first))));
    }

    private static int windowWidth() {
        return UI.getCurrent().getPage().getExtendedClientDetails().getWindowInnerWidth();
    }

    private EmptyState emptyState() {
        var generate = new Button(
                getTranslation("gallery.empty.action"),
                GnIcon.EDIT.create(),
                click -> click.getSource().getUI().ifPresent(ui -> ui.navigate("generate")));
        return new EmptyState(
                        GnIcon.IMAGE, getTranslation("gallery.empty.title"), getTranslation("gallery.empty.sentence"))
                .withActions(generate);
    }
}
