package org.genonaut.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import java.util.EnumMap;
import java.util.Map;
import org.genonaut.ui.Formats;

/** The links to the pages that everybody has: a row in the app bar, tabs at the foot of a phone. */
class FrameLinks extends Nav {

    private final Map<FramePage, Anchor> links = new EnumMap<>(FramePage.class);

    private FrameLinks(String className) {
        addClassName(className);
        setAriaLabel(getTranslation("frame.nav"));
    }

    static FrameLinks inBar() {
        var nav = new FrameLinks("gn-nav");
        FramePage.forEverybody().forEach(page -> nav.link(page, new Span(nav.getTranslation(page.textKey()))));
        return nav;
    }

    static FrameLinks atFoot() {
        var nav = new FrameLinks("gn-tabs");
        FramePage.forPhones()
                .forEach(page -> nav.link(page, page.icon().create(), new Span(nav.getTranslation(page.textKey()))));
        return nav;
    }

    private void link(FramePage page, Component... content) {
        var link = new Anchor(page.path(), content);
        link.getElement().setAttribute("router-link", true);
        links.put(page, link);
        add(link);
    }

    /** Says beside the queue how much of one's own is open. */
    void showOpen(int open) {
        var link = links.get(FramePage.QUEUE);
        if (link == null) {
            return;
        }
        link.getChildren().filter(OpenCount.class::isInstance).toList().forEach(link::remove);
        if (open > 0) {
            link.add(new OpenCount(open));
        }
    }

    private static final class OpenCount extends Span {

        OpenCount(int open) {
            var number = new Span(Formats.current().number(open));
            number.addClassName("gn-count");
            number.getElement().setAttribute("aria-hidden", "true");
            var words = new Span(getTranslation("frame.queue.open", open));
            words.addClassName("gn-hidden-text");
            add(number, words);
        }
    }

    void mark(Location location) {
        links.forEach((page, link) -> CurrentPage.mark(link, page.contains(location)));
    }
}
