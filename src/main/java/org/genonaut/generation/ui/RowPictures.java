package org.genonaut.generation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.generation.Generation;
import org.genonaut.ui.GnIcon;

/**
 * One box for each picture of a generation, of the right shape before the picture is there. A box is replaced when its
 * picture is done and never touched again, so that nothing flickers.
 */
class RowPictures extends Div {

    /** More are in the gallery. */
    private static final int MOST = 12;

    private final List<Component> boxes = new ArrayList<>();
    private final Set<Integer> done = new HashSet<>();
    private final LivePreview preview;
    private final Span rest = new Span();
    private final String prompt;
    private final int images;

    RowPictures(Generation generation) {
        prompt = RowText.beginning(generation.parameters().prompt());
        images = generation.parameters().images();
        preview = new LivePreview(generation.id());
        addClassName("gn-strip");
        for (int number = 0; number < Math.min(images, MOST); number++) {
            put(waiting(number));
        }
        if (images > MOST) {
            var slot = new Div(rest);
            slot.addClassName("gn-slot");
            add(slot);
        }
        update(generation);
    }

    private void put(Component box) {
        boxes.add(box);
        add(box);
    }

    private static Component waiting(int number) {
        var slot = empty();
        slot.addClassName("gn-wait");
        if (number == 0) {
            slot.add(GnIcon.CLOCK.createSmall(), new Span(slot.getTranslation("generate.waiting")));
        }
        return slot;
    }

    private static Div empty() {
        var slot = new Div();
        slot.addClassName("gn-slot");
        return slot;
    }

    /** Shows the pictures that are done; when the generation has ended, the boxes of those that never came go. */
    final void update(Generation generation) {
        for (var image : generation.images()) {
            if (image.number() < boxes.size() && done.add(image.number())) {
                exchange(image.number(), picture(image));
            }
        }
        if (generation.status().isOpen()) {
            count(images);
        } else {
            for (int number = 0; number < boxes.size(); number++) {
                if (!done.contains(number)) {
                    remove(boxes.get(number));
                }
            }
            count(generation.images().size());
        }
    }

    private void count(int pictures) {
        setClassName("gn-one", pictures == 1);
        setClassName("gn-two", pictures == 2);
        rest.setText(getTranslation("generate.pictures.more", pictures - MOST));
        setVisible(pictures > 0);
    }

    private void exchange(int number, Component box) {
        replace(boxes.get(number), box);
        boxes.set(number, box);
    }

    private Component picture(GeneratedImage image) {
        var picture = new Image(
                "media/" + image.id() + "/512", getTranslation("generate.picture", prompt, image.number() + 1, images));
        picture.addClassName("gn-picture");
        picture.getElement().setAttribute("loading", "lazy");
        var link = new Anchor("gallery/" + image.id(), picture);
        link.getElement().setAttribute("router-link", true);
        link.addClassName("gn-frame");
        return link;
    }

    /**
     * It runs: the first picture that is missing is the one that is seen growing.
     *
     * @param number of the newest preview; 0 when there is none
     */
    void grow(long number, double fraction) {
        var place = -1;
        for (int each = 0; each < boxes.size(); each++) {
            if (!done.contains(each)) {
                place = place < 0 ? each : place;
                if (boxes.get(each).getElement().getClassList().contains("gn-wait")) {
                    exchange(each, empty());
                }
            }
        }
        if (place >= 0 && !boxes.get(place).equals(preview)) {
            preview.startOver();
            exchange(place, preview);
        }
        preview.show(number, fraction);
    }
}
