package org.genonaut.gallery.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.generation.ImageId;

/** Where images are found in the browser: their pages, their place in the gallery, their bytes. */
final class ImageAddress {

    /** Query parameter of the gallery. */
    static final String AT = "at";

    private ImageAddress() {}

    /** Empty when the text is no id at all. */
    static Optional<ImageId> parse(String text) {
        try {
            return Optional.of(new ImageId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    static String page(ImageId image) {
        return GalleryView.PATH + "/" + image;
    }

    /** @param rendition as {@code /media} calls it */
    static String bytes(ImageId image, String rendition) {
        return "media/" + image + "/" + rendition;
    }

    static void open(UI ui, ImageId image) {
        ui.navigate(ImageViewer.class, new RouteParameters(ImageViewer.IMAGE, image.toString()));
    }

    static void openInGallery(UI ui, ImageId image) {
        ui.navigate(GalleryView.PATH, QueryParameters.of(AT, image.toString()));
    }
}
