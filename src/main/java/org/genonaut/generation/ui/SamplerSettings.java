package org.genonaut.generation.ui;

import static java.util.Objects.requireNonNullElse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.UsualSampling;
import org.genonaut.generation.draft.GenerationLimits;
import org.genonaut.ui.Formats;
import org.jspecify.annotations.Nullable;

/** KSampler's settings but the seed, with those of the checkpoint. What stands at the usual follows the checkpoint. */
class SamplerSettings extends Div {

    private static final double ALL_NOISE = 1;

    private final ModelCatalog catalog;
    private final Settings block = new Settings(getTranslation("generate.sampler"), this::reset);
    private final ComboBox<String> sampler = new ComboBox<>(getTranslation("generate.sampler-name"));
    private final ComboBox<String> scheduler = new ComboBox<>(getTranslation("generate.scheduler"));
    private final IntegerField steps = new IntegerField(getTranslation("generate.steps"));
    private final NumberField cfg = new NumberField(getTranslation("generate.cfg"));
    private final NumberField denoise = new NumberField(getTranslation("generate.denoise"));
    private final CheckpointSettings ofCheckpoint;
    private UsualSampling usual = ModelFamily.OTHER.usual();
    private Runnable changed = () -> {};

    SamplerSettings(ModelCatalog catalog, GenerationLimits limits) {
        this.catalog = catalog;
        ofCheckpoint = new CheckpointSettings(catalog);
        sampler.setId("sampler");
        scheduler.setId("scheduler");
        steps.setId("steps");
        steps.setMin(1);
        steps.setMax(limits.steps());
        steps.setStepButtonsVisible(true);
        steps.setManualValidation(true);
        cfg.setId("cfg");
        cfg.setStep(0.1);
        cfg.setManualValidation(true);
        denoise.setId("denoise");
        denoise.setStep(0.01);
        denoise.setManualValidation(true);
        var ofKSampler = Stream.<Component>of(sampler, scheduler, steps, cfg, denoise);
        block.addFields(Stream.concat(ofKSampler, ofCheckpoint.fields()).toArray(Component[]::new));
        add(block);
        List.<HasValue<?, ?>>of(sampler, scheduler, steps, cfg, denoise)
                .forEach(field -> field.addValueChangeListener(change -> changed()));
        ofCheckpoint.onChange(this::changed);
    }

    private void changed() {
        describe();
        changed.run();
    }

    private void describe() {
        var formats = Formats.current();
        var now = withDefaults();
        var words = new ArrayList<>(
                List.of(now.sampler(), now.scheduler(), formats.number(now.steps()), formats.decimal(now.cfg(), 1)));
        words.addAll(ofCheckpoint.words());
        block.show(String.join(" · ", words), !now.equals(Known.of(usual)) || !ofCheckpoint.isUsual());
    }

    private record Known(String sampler, String scheduler, int steps, double cfg, double denoise) {

        static Known of(UsualSampling usual) {
            return new Known(usual.samplerName(), usual.scheduler(), usual.steps(), usual.cfg(), ALL_NOISE);
        }
    }

    private Known withDefaults() {
        var defaults = Known.of(usual);
        return new Known(
                requireNonNullElse(sampler.getValue(), defaults.sampler()),
                requireNonNullElse(scheduler.getValue(), defaults.scheduler()),
                requireNonNullElse(steps.getValue(), defaults.steps()),
                requireNonNullElse(cfg.getValue(), defaults.cfg()),
                requireNonNullElse(denoise.getValue(), defaults.denoise()));
    }

    private void reset() {
        var defaults = Known.of(usual);
        offer(sampler, catalog.samplers(), defaults.sampler());
        offer(scheduler, catalog.schedulers(), defaults.scheduler());
        steps.setValue(defaults.steps());
        cfg.setValue(defaults.cfg());
        denoise.setValue(defaults.denoise());
        ofCheckpoint.reset();
    }

    /** Offers what the fleet has; what was chosen stays on offer while no backend answers. */
    private static void offer(ComboBox<String> field, List<String> offered, String value) {
        var all = new LinkedHashSet<>(offered);
        all.add(value);
        field.setItems(all);
        field.setValue(value);
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Another checkpoint was chosen: what stood at the usual of the one before moves to what is usual for it. */
    void adopt(ModelFamily family, UsualSampling other) {
        var before = withDefaults();
        var old = Known.of(usual);
        usual = other;
        var now = Known.of(other);
        offer(sampler, catalog.samplers(), moved(before.sampler(), old.sampler(), now.sampler()));
        offer(scheduler, catalog.schedulers(), moved(before.scheduler(), old.scheduler(), now.scheduler()));
        steps.setValue(moved(before.steps(), old.steps(), now.steps()));
        cfg.setValue(moved(before.cfg(), old.cfg(), now.cfg()));
        denoise.setValue(before.denoise());
        ofCheckpoint.adopt(family, other);
        describe();
    }

    private static <T> T moved(T value, T oldDefault, T newDefault) {
        return value.equals(oldDefault) ? newDefault : value;
    }

    /** The catalog may know more or other models than before. */
    void catalogChanged() {
        ofCheckpoint.catalogChanged();
    }

    FormValues.Sampling value() {
        return new FormValues.Sampling(
                sampler.getValue(),
                scheduler.getValue(),
                steps.getValue(),
                cfg.getValue(),
                denoise.getValue(),
                ofCheckpoint.guidance(),
                ofCheckpoint.clipSkip(),
                ofCheckpoint.vae());
    }

    void show(FormValues.Sampling value) {
        reset();
        offer(sampler, catalog.samplers(), requireNonNullElse(value.samplerName(), usual.samplerName()));
        offer(scheduler, catalog.schedulers(), requireNonNullElse(value.scheduler(), usual.scheduler()));
        ifThere(value.steps(), steps::setValue);
        ifThere(value.cfg(), cfg::setValue);
        ifThere(value.denoise(), denoise::setValue);
        ofCheckpoint.show(value.guidance(), value.clipSkip(), value.vae());
        describe();
    }

    private static <T> void ifThere(@Nullable T value, Consumer<T> use) {
        if (value != null) {
            use.accept(value);
        }
    }

    /** @param setting as the API names it, such as {@code cfg} */
    void focus(String setting) {
        block.open();
        switch (setting) {
            case "sampler_name" -> sampler.focus();
            case "scheduler" -> scheduler.focus();
            case "cfg" -> cfg.focus();
            case "denoise" -> denoise.focus();
            case "guidance" -> ofCheckpoint.focusGuidance();
            case "clip_skip" -> ofCheckpoint.focusClipSkip();
            case "vae" -> ofCheckpoint.focusVae();
            default -> steps.focus();
        }
    }
}
