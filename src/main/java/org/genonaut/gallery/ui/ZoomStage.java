package org.genonaut.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Image;
import org.genonaut.gallery.ViewedImage;
import org.genonaut.ui.Aspect;

/** One picture as large as fits, to be zoomed and panned in the browser. */
@Tag("gn-zoom-stage")
@JavaScript("context://js/zoom-stage.js")
class ZoomStage extends Component implements HasStyle {

    private static final double ONE_STEP = 1.25;

    ZoomStage() {
        addClassName("gn-stage-middle");
    }

    /** A new element for each picture: the one before is never seen under the next one's name. */
    void show(ViewedImage viewed) {
        var picture = viewed.image();
        var image = new Image(
                ImageAddress.bytes(viewed.id(), "view"), viewed.recipe().prompt());
        image.setId("viewer-image");
        image.addClassName("gn-big");
        image.getElement()
                .setAttribute("width", String.valueOf(picture.width()))
                .setAttribute("height", String.valueOf(picture.height()))
                .setAttribute("data-original", ImageAddress.bytes(viewed.id(), "original"));
        getElement().removeAllChildren().appendChild(image.getElement());
        new Aspect(picture.width(), picture.height()).applyTo(this);
    }

    void larger() {
        getElement().callJsFunction("zoomBy", ONE_STEP);
    }

    void smaller() {
        getElement().callJsFunction("zoomBy", 1 / ONE_STEP);
    }

    void wholeScreen() {
        getElement().callJsFunction("wholeScreen");
    }
}
