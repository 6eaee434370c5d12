package org.genonaut.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.gallery.ViewedImage;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.LoraWeight;
import org.genonaut.ui.FamilyBadge;
import org.genonaut.ui.Formats;

/** Lists the facts of a recipe and of its making, as far as they are known. */
final class RecipeFacts {

    private final ModelCatalog catalog;

    RecipeFacts(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    DescriptionList recipe(ViewedImage viewed, Formats formats) {
        var recipe = viewed.recipe();
        var sampling = recipe.samplerParams();
        var facts = new Facts(formats);
        facts.add("checkpoint", checkpoint(recipe.checkpointModel()));
        if (!recipe.loraModels().isEmpty()) {
            facts.add(
                    "loras",
                    recipe.loraModels().stream()
                            .map(lora -> lora(lora, formats))
                            .toArray(Component[]::new));
        }
        var vae = recipe.vae();
        if (vae != null) {
            facts.add("vae", title(ModelType.VAE, vae));
        }
        facts.add("size", formats.size(recipe.width(), recipe.height()));
        facts.add("sampler", sampling.samplerName() + ", " + sampling.scheduler());
        facts.add("steps", formats.number(sampling.steps()) + " · " + formats.decimal(sampling.cfg(), 1));
        if (sampling.denoise() < 1) {
            facts.add("denoise", formats.decimal(sampling.denoise(), 2));
        }
        var guidance = sampling.guidance();
        if (guidance != null) {
            facts.add("guidance", formats.decimal(guidance, 1));
        }
        if (recipe.clipSkip() != GenerationParameters.NO_CLIP_SKIP) {
            facts.add("clip-skip", formats.number(recipe.clipSkip()));
        }
        facts.add("seed", seed(viewed, facts));
        if (recipe.batchSize() > 1) {
            facts.add("batch", facts.translate("viewer.batch-of", recipe.batchSize()));
        }
        return facts.list;
    }

    DescriptionList making(ViewedImage viewed, Formats formats) {
        var facts = new Facts(formats);
        facts.add("when", formats.moment(viewed.id().time()));
        var backend = viewed.backend();
        if (backend != null) {
            facts.add("where", backend);
        }
        var took = viewed.took();
        if (took != null) {
            facts.add("took", formats.duration(took));
        }
        var image = viewed.image();
        var type = image.mediaType().replace("image/", "").toUpperCase(Locale.ROOT);
        facts.add("file", type + ", " + formats.bytes(image.bytes()));
        return facts.list;
    }

    private Component checkpoint(String name) {
        var words = new Div(new Span(title(ModelType.CHECKPOINT, name)));
        words.addClassNames("gn-row", "gn-wrap");
        catalog.find(ModelType.CHECKPOINT, name)
                .ifPresent(model -> words.add(new FamilyBadge(model.family().label())));
        return words;
    }

    private Component lora(LoraWeight lora, Formats formats) {
        var strength = new Span(formats.decimal(lora.strengthModel(), 2));
        strength.addClassName("gn-strong");
        var words = new Div(new Span(title(ModelType.LORA, lora.name()) + " "), strength);
        if (lora.strengthModel() != lora.strengthClip()) {
            words.add(new Span(" / " + formats.decimal(lora.strengthClip(), 2)));
        }
        return words;
    }

    /** A recipe outlives its models: what the catalog does not know any more is called by its file. */
    private String title(ModelType type, String name) {
        return catalog.find(type, name).map(AvailableModel::title).orElse(name);
    }

    private static Component seed(ViewedImage viewed, Facts facts) {
        var seed = viewed.image().seed().toString();
        var digits = new Span(seed);
        digits.addClassName("gn-mono");
        var copy = CopyButton.small(facts.translate("viewer.copy-seed")).of(seed);
        copy.addClassName("gn-push");
        var row = new Div(digits, copy);
        row.addClassName("gn-row");
        return row;
    }

    private record Facts(Formats formats, DescriptionList list) {

        Facts(Formats formats) {
            this(formats, new DescriptionList());
            list.addClassName("gn-facts");
        }

        void add(String term, String value) {
            add(term, new Span(value));
        }

        void add(String term, Component... values) {
            list.add(new DescriptionList.Term(translate("viewer.fact." + term)), new Description(values));
        }

        String translate(String key, Object... arguments) {
            return I18NProvider.translate(formats.locale(), key, arguments);
        }
    }
}
