package org.genonaut.generation.ui;

import static java.util.Objects.requireNonNullElse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelType;
import org.genonaut.catalog.UsualSampling;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.ui.Formats;
import org.jspecify.annotations.Nullable;

/**
 * What checkpoints may need beside KSampler's settings: guidance or clip skip, whichever this one takes, and another VAE
 * than its own. A field that it does not take is hidden and keeps its value.
 */
final class CheckpointSettings {

    private final ModelCatalog catalog;
    private final NumberField guidance = new NumberField(text("guidance"));
    private final IntegerField clipSkip = new IntegerField(text("clip-skip"));
    private final Select<String> vae = new Select<>();
    private Set<String> offered = Set.of();
    private ModelFamily family = ModelFamily.OTHER;
    private UsualSampling usual = ModelFamily.OTHER.usual();

    CheckpointSettings(ModelCatalog catalog) {
        this.catalog = catalog;
        guidance.setId("guidance");
        guidance.setStep(0.1);
        guidance.setHelperText(text("guidance.help"));
        guidance.setManualValidation(true);
        clipSkip.setId("clip-skip");
        clipSkip.setMin(GenerationParameters.NO_CLIP_SKIP);
        clipSkip.setMax(GenerationParameters.MAX_CLIP_SKIP);
        clipSkip.setStepButtonsVisible(true);
        clipSkip.setHelperText(text("clip-skip.help"));
        clipSkip.setManualValidation(true);
        vae.setId("vae");
        vae.setLabel(text("vae"));
        vae.setEmptySelectionAllowed(true);
        vae.setEmptySelectionCaption(text("vae.own"));
        vae.setItemLabelGenerator(this::title);
        vae.addClassName("gn-wide");
        showWhatIsTaken();
    }

    private static String text(String key, Object... arguments) {
        return I18NProvider.translate("generate." + key, arguments);
    }

    /** The empty choice is the checkpoint's own. */
    private String title(@Nullable String name) {
        return name == null
                ? text("vae.own")
                : catalog.find(ModelType.VAE, name).map(AvailableModel::title).orElse(name);
    }

    Stream<Component> fields() {
        return Stream.of(guidance, clipSkip, vae);
    }

    void onChange(Runnable listener) {
        List.<HasValue<?, ?>>of(guidance, clipSkip, vae)
                .forEach(field -> field.addValueChangeListener(change -> listener.run()));
    }

    void adopt(ModelFamily otherFamily, UsualSampling otherUsual) {
        family = otherFamily;
        usual = otherUsual;
        showWhatIsTaken();
        show(guidance.getValue(), clipSkip.getValue(), vae.getValue());
    }

    private void showWhatIsTaken() {
        guidance.setVisible(usual.takesGuidance());
        clipSkip.setVisible(family.hasOpenTextEncoder());
    }

    void show(@Nullable Double newGuidance, @Nullable Integer newClipSkip, @Nullable String newVae) {
        guidance.setValue(newGuidance == null ? usual.guidance() : newGuidance);
        clipSkip.setValue(requireNonNullElse(newClipSkip, GenerationParameters.NO_CLIP_SKIP));
        offerVaes(newVae);
    }

    /** Those that fit; one that was chosen stays on offer, so that it can be said what is wrong with it. */
    private void offerVaes(@Nullable String chosen) {
        var names = new LinkedHashSet<String>();
        catalog.usable(ModelType.VAE).stream()
                .filter(model -> family.fits(model.family()))
                .map(AvailableModel::name)
                .forEach(names::add);
        if (chosen != null) {
            names.add(chosen);
        }
        if (!names.equals(offered)) {
            offered = names;
            vae.setItems(names);
        }
        vae.setValue(chosen);
    }

    /** The catalog may know more or other VAEs than before. */
    void catalogChanged() {
        offerVaes(vae.getValue());
    }

    void reset() {
        show(null, null, null);
    }

    boolean isUsual() {
        return (!guidance.isVisible() || Objects.equals(guidanceOrUsual(), usual.guidance()))
                && (!clipSkip.isVisible() || clipSkipOrNone() == GenerationParameters.NO_CLIP_SKIP)
                && vae.isEmpty();
    }

    private @Nullable Double guidanceOrUsual() {
        return guidance.isEmpty() ? usual.guidance() : guidance.getValue();
    }

    private int clipSkipOrNone() {
        return requireNonNullElse(clipSkip.getValue(), GenerationParameters.NO_CLIP_SKIP);
    }

    /** What differs from a plain checkpoint, in words. */
    List<String> words() {
        var words = new ArrayList<String>();
        var guided = guidanceOrUsual();
        if (guidance.isVisible() && guided != null) {
            words.add(text("guidance.short", Formats.current().decimal(guided, 1)));
        }
        if (clipSkip.isVisible() && clipSkipOrNone() != GenerationParameters.NO_CLIP_SKIP) {
            words.add(text("clip-skip.short", clipSkipOrNone()));
        }
        if (!vae.isEmpty()) {
            words.add(title(vae.getValue()));
        }
        return words;
    }

    @Nullable Double guidance() {
        return guidance.getValue();
    }

    @Nullable Integer clipSkip() {
        return clipSkip.getValue();
    }

    @Nullable String vae() {
        return vae.getValue();
    }

    void focusGuidance() {
        guidance.focus();
    }

    void focusClipSkip() {
        clipSkip.focus();
    }

    void focusVae() {
        vae.focus();
    }
}
