package org.genonaut.gallery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.genonaut.account.CurrentAccount;
import org.genonaut.gallery.Gallery;
import org.genonaut.generation.GenerationEvents;

/** The gallery; {@code ?at=} names the image to come back to. */
@Route(GalleryView.PATH)
@PageTitle("gallery.title")
@PermitAll
class GalleryView extends Div implements BeforeEnterObserver {

    static final String PATH = "gallery";

    private final GenerationHistory history;

    GalleryView(Gallery gallery, GenerationEvents events, CurrentAccount account) {
        addClassNames("gn-page", "gn-gallery", "gn-no-facets", "gn-no-scrubber");
        history = new GenerationHistory(gallery, events, account.id());
        add(history);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var at = entering.getLocation().getQueryParameters().getSingleParameter(ImageAddress.AT);
        history.open(at.flatMap(ImageAddress::parse).orElse(null));
    }
}
