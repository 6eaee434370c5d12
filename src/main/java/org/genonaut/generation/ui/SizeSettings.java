package org.genonaut.generation.ui;

import static java.util.Objects.requireNonNullElse;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import org.genonaut.account.limit.Limits;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.ui.Formats;
import org.jspecify.annotations.Nullable;

/** How large, and how many at once: shapes to choose from, numbers to type. */
class SizeSettings extends Div {

    private static final int STEP = 8;

    private final ShapePicker shapes = new ShapePicker(this::choose, this::swap);
    private final Settings block;
    private final IntegerField width = side("width");
    private final IntegerField height = side("height");
    private final IntegerField batchSize = new IntegerField(getTranslation("generate.batch-size"));
    private ModelFamily family = ModelFamily.OTHER;
    private Runnable changed = () -> {};

    SizeSettings(Limits limits) {
        addClassName("gn-form-part");
        batchSize.setId("batch-size");
        batchSize.setMin(1);
        batchSize.setMax(limits.batchSize());
        batchSize.setStepButtonsVisible(true);
        batchSize.setManualValidation(true);
        batchSize.setHelperText(getTranslation("generate.batch-size.help"));
        batchSize.addClassName("gn-wide");
        block = new Settings(getTranslation("generate.size"), this::reset);
        block.addFields(width, height, batchSize);
        width.addValueChangeListener(change -> changed());
        height.addValueChangeListener(change -> changed());
        batchSize.addValueChangeListener(change -> changed());
        add(shapes);
    }

    private IntegerField side(String id) {
        var side = new IntegerField(getTranslation("generate." + id));
        side.setId(id);
        side.setStep(STEP);
        side.setManualValidation(true);
        return side;
    }

    /** The numbers, to be put among the other settings. */
    Settings block() {
        return block;
    }

    private void choose(Shape shape) {
        var size = shape.sizeFor(family);
        width.setValue(size.width());
        height.setValue(size.height());
    }

    private void swap() {
        var before = widthOrDefault();
        width.setValue(heightOrDefault());
        height.setValue(before);
    }

    private void reset() {
        choose(Shape.SQUARE);
        batchSize.setValue(1);
    }

    private void changed() {
        describe();
        changed.run();
    }

    private void describe() {
        var shape = Shape.of(widthOrDefault(), heightOrDefault(), family);
        shapes.show(shape.orElse(null), widthOrDefault(), heightOrDefault());
        var batch = requireNonNullElse(batchSize.getValue(), 1);
        var size = Formats.current().size(widthOrDefault(), heightOrDefault());
        block.show(getTranslation("generate.size.value", size, batch), shape.isEmpty() || batch != 1);
    }

    private int widthOrDefault() {
        return requireNonNullElse(width.getValue(), family.side());
    }

    private int heightOrDefault() {
        return requireNonNullElse(height.getValue(), family.side());
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Another family was chosen: a usual shape stays that shape, in the size that the family was trained on. */
    void adopt(ModelFamily other) {
        var shape = Shape.of(widthOrDefault(), heightOrDefault(), family);
        family = other;
        width.setPlaceholder(String.valueOf(other.side()));
        height.setPlaceholder(String.valueOf(other.side()));
        shape.ifPresent(this::choose);
        describe();
    }

    @Nullable Integer width() {
        return width.getValue();
    }

    @Nullable Integer height() {
        return height.getValue();
    }

    @Nullable Integer batchSize() {
        return batchSize.getValue();
    }

    void show(FormValues values) {
        width.setValue(requireNonNullElse(values.width(), family.side()));
        height.setValue(requireNonNullElse(values.height(), family.side()));
        batchSize.setValue(requireNonNullElse(values.batchSize(), 1));
        describe();
    }

    void focusWidth() {
        block.open();
        width.focus();
    }

    void focusHeight() {
        block.open();
        height.focus();
    }

    void focusBatchSize() {
        block.open();
        batchSize.focus();
    }
}
