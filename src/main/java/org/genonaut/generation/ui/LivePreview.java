package org.genonaut.generation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Objects;
import java.util.stream.Stream;
import org.genonaut.generation.GenerationId;
import org.jspecify.annotations.Nullable;

/** The picture that is being made, as far as it is; each preview fades in over the one before it. */
class LivePreview extends Div {

    private final GenerationId generation;
    private final Span tag = new Span(getTranslation("generate.preview"));
    private final ProgressBar bar = new ProgressBar();
    private @Nullable Image below;
    private @Nullable Image above;
    private long shown;

    LivePreview(GenerationId generation) {
        this.generation = generation;
        addClassNames("gn-frame", "gn-live", "gn-preview");
        tag.addClassName("gn-glass");
        tag.setVisible(false);
        bar.getElement().setAttribute("aria-hidden", "true");
        add(tag, bar);
    }

    /** The next picture is seen growing: what was shown is done. */
    void startOver() {
        Stream.of(below, above).filter(Objects::nonNull).forEach(this::remove);
        below = null;
        above = null;
        tag.setVisible(false);
    }

    /** @param number of the preview; one that was shown is not shown again */
    void show(long number, double fraction) {
        bar.setValue(fraction);
        if (number > shown) {
            shown = number;
            tag.setVisible(true);
            if (below != null) {
                remove(below);
            }
            below = above;
            above = picture(number);
            addComponentAtIndex(below == null ? 0 : 1, above);
        }
    }

    private Image picture(long number) {
        var picture = new Image(
                "media/previews/" + generation + "/" + number, below == null ? getTranslation("generate.preview") : "");
        picture.addClassName("gn-picture");
        return picture;
    }
}
