package org.genonaut.generation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.function.Consumer;
import org.genonaut.ui.Aspect;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.IconButton;
import org.jspecify.annotations.Nullable;

/** The usual shapes, drawn; beside them the size that is asked for, and a way to turn it on its side. */
class ShapePicker extends Div {

    private final RadioButtonGroup<Shape> shapes = new RadioButtonGroup<>();
    private final Span size = new Span();

    ShapePicker(Consumer<Shape> chosen, Runnable swap) {
        shapes.addClassName("gn-shapes");
        shapes.setAriaLabel(getTranslation("generate.shape"));
        shapes.setItems(Shape.values());
        shapes.setRenderer(new ComponentRenderer<>(ShapePicker::drawn));
        shapes.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
        var turn = new IconButton(GnIcon.SWAP, getTranslation("generate.shape.swap"));
        turn.addClickListener(click -> swap.run());
        size.addClassName("gn-push");
        var label = new Div(new Span(getTranslation("generate.shape")), size, turn);
        label.addClassName("gn-label");
        add(label, shapes);
    }

    private static Span drawn(Shape shape) {
        var box = new Span();
        box.addClassName("gn-shape-box");
        new Aspect(shape.across(), shape.down()).applyTo(box);
        var drawn = new Span(box, new Span(shape.label()));
        drawn.addClassName("gn-shape");
        return drawn;
    }

    /** @param shape null when the size is none of the usual ones */
    void show(@Nullable Shape shape, int width, int height) {
        shapes.setValue(shape);
        var formats = Formats.current();
        size.setText(formats.size(width, height) + " · " + formats.megapixels(width, height));
    }
}
