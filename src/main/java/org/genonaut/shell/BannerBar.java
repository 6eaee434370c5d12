package org.genonaut.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.genonaut.ui.Banner;
import org.genonaut.ui.BannerSource;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.LiveSignal;

/** What the banner sources have to say to this person, one line each. */
class BannerBar extends Div {

    private final List<BannerSource> sources;
    private final Predicate<String> hasRole;
    private List<Banner> shown = List.of();

    BannerBar(List<BannerSource> sources, Predicate<String> hasRole) {
        this.sources = sources;
        this.hasRole = hasRole;
        addClassName("gn-banners");
        getElement().setAttribute("role", "status");
        Signal<List<Banner>> latest = LiveSignal.of(this, List.of(), this::follow);
        Signal.effect(this, () -> show(latest.get()));
    }

    /** Asks all sources again; for those that cannot tell when they change. */
    void refresh() {
        show(offered());
    }

    private Runnable follow(Consumer<List<Banner>> listener) {
        var unsubscribe = sources.stream()
                .map(source -> source.onChange(() -> listener.accept(offered())))
                .toList();
        listener.accept(offered());
        return () -> unsubscribe.forEach(Runnable::run);
    }

    private List<Banner> offered() {
        return sources.stream().flatMap(source -> source.banner().stream()).toList();
    }

    private void show(List<Banner> offered) {
        var mine = offered.stream()
                .filter(banner -> banner.role() == null || hasRole.test(banner.role()))
                .toList();
        if (!mine.equals(shown)) {
            shown = mine;
            removeAll();
            mine.forEach(banner -> add(line(banner)));
        }
    }

    private Component line(Banner banner) {
        var text = new Span(getTranslation(banner.textKey(), banner.arguments().toArray()));
        text.addClassName("gn-grow");
        var line = new Div(iconFor(banner.kind()).create(), text);
        line.addClassName("gn-banner");
        line.setClassName("gn-warn", banner.kind() == Banner.Kind.WARNING);
        var action = banner.action();
        if (action != null) {
            var button = new Button(getTranslation(action.labelKey()), click -> run(action));
            button.addThemeVariants(ButtonVariant.SMALL);
            line.add(button);
        }
        return line;
    }

    private void run(Banner.Action action) {
        action.run().run();
        refresh();
    }

    private static GnIcon iconFor(Banner.Kind kind) {
        return switch (kind) {
            case INFO -> GnIcon.INFO;
            case WARNING -> GnIcon.WARNING;
        };
    }
}
