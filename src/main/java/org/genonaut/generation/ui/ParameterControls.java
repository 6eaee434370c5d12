package org.genonaut.generation.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Supplier;
import org.genonaut.account.limit.Limits;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.UsualSampling;
import org.genonaut.generation.draft.GenerationLimits;
import org.genonaut.generation.recipe.Seed;

/** Everything about a generation that is a number or a choice: shape, size, batch size, KSampler's settings, seed. */
class ParameterControls extends Div {

    private final SizeSettings size;
    private final SamplerSettings sampler;
    private final SeedSettings seed;
    private ModelFamily family = ModelFamily.OTHER;
    private UsualSampling usual = ModelFamily.OTHER.usual();

    ParameterControls(
            ModelCatalog catalog, GenerationLimits limits, Limits account, Supplier<Optional<Seed>> lastSeed) {
        addClassName("gn-form-part");
        size = new SizeSettings(account);
        sampler = new SamplerSettings(catalog, limits);
        seed = new SeedSettings(lastSeed);
        var settings = new Div(size.block(), sampler, seed);
        settings.addClassName("gn-settings-list");
        add(size, settings);
    }

    void onChange(Runnable listener) {
        size.onChange(listener);
        sampler.onChange(listener);
        seed.onChange(listener);
    }

    /** Another checkpoint was chosen: what stood at the usual of the one before moves to what is usual for it. */
    void adopt(ModelFamily otherFamily, UsualSampling otherUsual) {
        if (family == otherFamily && usual.equals(otherUsual)) {
            return;
        }
        family = otherFamily;
        usual = otherUsual;
        size.adopt(family);
        sampler.adopt(family, usual);
    }

    /** Shows these values; their checkpoint was {@linkplain #adopt adopted} before. */
    void show(FormValues values) {
        size.show(values);
        sampler.show(values.sampling());
        seed.show(values.seed());
    }

    SizeSettings size() {
        return size;
    }

    SamplerSettings sampler() {
        return sampler;
    }

    SeedSettings seed() {
        return seed;
    }
}
