package org.genonaut.shell;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.genonaut.ui.GnIcon;

/** The pages that the frame leads to, in their order, by path, because the frame knows no view. */
enum FramePage {
    GENERATE("generate", "frame.generate", GnIcon.EDIT, false),
    GALLERY("gallery", "frame.gallery", GnIcon.ROWS, false),
    QUEUE("queue", "frame.queue", GnIcon.LIST, false),
    MODELS("admin/models", "frame.admin.models", GnIcon.SLIDERS, true),
    BACKENDS("admin/backends", "frame.admin.backends", GnIcon.SERVER, true);

    private final String path;
    private final String textKey;
    private final GnIcon icon;
    private final boolean forAdmins;

    FramePage(String path, String textKey, GnIcon icon, boolean forAdmins) {
        this.path = path;
        this.textKey = textKey;
        this.icon = icon;
        this.forAdmins = forAdmins;
    }

    static List<FramePage> forEverybody() {
        return existing(page -> !page.forAdmins);
    }

    /** On a phone the queue is nearer at hand. */
    static List<FramePage> forPhones() {
        return forEverybody().stream()
                .sorted(Comparator.comparing(GALLERY::equals))
                .toList();
    }

    static List<FramePage> forAdmins() {
        return existing(page -> page.forAdmins);
    }

    private static List<FramePage> existing(Predicate<FramePage> wanted) {
        var routes = RouteConfiguration.forApplicationScope();
        return Arrays.stream(values())
                .filter(wanted)
                .filter(page -> routes.isPathAvailable(page.path))
                .toList();
    }

    /** Whether this page or one below it is shown at the location: the viewer belongs to the gallery. */
    boolean contains(Location location) {
        return location.getPath().equals(path) || location.getPath().startsWith(path + "/");
    }

    String path() {
        return path;
    }

    String textKey() {
        return textKey;
    }

    GnIcon icon() {
        return icon;
    }
}
