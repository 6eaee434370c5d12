package org.genonaut.generation.ui;

import static java.util.stream.Collectors.groupingBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelSearch;
import org.genonaut.catalog.ModelType;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;

/** The list from which LoRAs are added: first those that fit the checkpoint, folded below those that do not, and why. */
class LoraPicker {

    /** Rows of a group that are drawn before one asks for more. */
    private static final int FIRST = 40;

    private final ModelCatalog catalog;
    private final Supplier<Optional<AvailableModel>> checkpoint;
    private final Supplier<Set<String>> chosen;
    private final Consumer<AvailableModel> toggle;
    private final Div list = new Div();
    private final Picker popover;
    private int most = FIRST;

    /**
     * @param checkpoint the one that is chosen
     * @param chosen names of those that are in the form
     * @param toggle adds a LoRA to the form, or takes it out
     */
    LoraPicker(
            ModelCatalog catalog,
            Component target,
            Supplier<Optional<AvailableModel>> checkpoint,
            Supplier<Set<String>> chosen,
            Consumer<AvailableModel> toggle) {
        this.catalog = catalog;
        this.checkpoint = checkpoint;
        this.chosen = chosen;
        this.toggle = toggle;
        list.addClassName("gn-lora-list");
        popover = new Picker(target, list.getTranslation("generate.loras.add"), list);
        popover.search().setPlaceholder(list.getTranslation("generate.loras.search"));
        popover.describe(list.getTranslation("generate.loras.rule"));
        popover.onOpen(this::begin);
        popover.onSearch(text -> begin());
    }

    Picker popover() {
        return popover;
    }

    private void begin() {
        most = FIRST;
        fill();
    }

    /** Whether a LoRA works with the checkpoint: of an unknown family nobody knows. */
    private enum Fit {
        FITS,
        UNSURE,
        UNFIT
    }

    private Fit fit(AvailableModel lora) {
        var family = checkpoint.get().map(AvailableModel::family).orElse(ModelFamily.OTHER);
        if (!family.fits(lora.family())) {
            return Fit.UNFIT;
        }
        return lora.family() == ModelFamily.OTHER ? Fit.UNSURE : Fit.FITS;
    }

    private void fill() {
        list.removeAll();
        var found =
                ModelSearch.in(catalog.usable(ModelType.LORA), popover.search().getValue());
        var groups = found.stream().collect(groupingBy(this::fit));
        if (found.isEmpty()) {
            list.add(new Div(list.getTranslation("generate.loras.nothing")));
        }
        group(groups, Fit.FITS).ifPresent(list::add);
        group(groups, Fit.UNSURE).ifPresent(list::add);
        unfit(groups.getOrDefault(Fit.UNFIT, List.of())).ifPresent(list::add);
    }

    private Optional<Component> group(Map<Fit, List<AvailableModel>> groups, Fit fit) {
        var members = groups.getOrDefault(fit, List.of());
        if (members.isEmpty()) {
            return Optional.empty();
        }
        var title = fit == Fit.FITS
                ? checkpoint
                        .get()
                        .map(model -> list.getTranslation("generate.loras.fit", model.title()))
                        .orElseGet(() -> list.getTranslation("generate.loras.all"))
                : list.getTranslation("generate.loras.unsure");
        var group = new Div(heading(title, members.size()));
        members.stream().limit(most).forEach(lora -> group.add(row(lora)));
        more(members).ifPresent(group::add);
        return Optional.of(group);
    }

    private Optional<Component> unfit(List<AvailableModel> members) {
        if (members.isEmpty()) {
            return Optional.empty();
        }
        var rows = new Div();
        members.stream().limit(most).forEach(lora -> rows.add(unfitRow(lora)));
        more(members).ifPresent(rows::add);
        var folded = new Details(list.getTranslation("generate.loras.unfit", members.size()), rows);
        folded.addClassName("gn-unfit-group");
        folded.setOpened(!popover.search().isEmpty());
        return Optional.of(folded);
    }

    private static Div heading(String title, int count) {
        var number = new Span(String.valueOf(count));
        number.addClassName("gn-muted");
        var heading = new Div(new Span(title), number);
        heading.addClassName("gn-group");
        return heading;
    }

    private Optional<Component> more(List<AvailableModel> members) {
        if (members.size() <= most) {
            return Optional.empty();
        }
        var button = new Button(list.getTranslation("generate.loras.more", members.size() - most), click -> {
            most += FIRST * 2;
            fill();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassName("gn-link");
        return Optional.of(button);
    }

    private Component row(AvailableModel lora) {
        var row = new ModelRow(lora, about(lora));
        row.withState(chosen.get().contains(lora.name()) ? removal(lora) : addition(lora));
        return row;
    }

    private String about(AvailableModel lora) {
        var facts = new ArrayList<String>();
        facts.add(
                list.getTranslation("generate.loras.strength", Formats.current().decimal(lora.strength(), 2)));
        facts.add(
                lora.triggerWords().isEmpty()
                        ? list.getTranslation("generate.loras.no-trigger")
                        : String.join(", ", lora.triggerWords()));
        return String.join(" · ", facts);
    }

    private Component addition(AvailableModel lora) {
        var add = new Button(list.getTranslation("generate.loras.add-one"), GnIcon.PLUS.create());
        add.addThemeVariants(ButtonVariant.SMALL);
        add.setAriaLabel(list.getTranslation("generate.loras.add-named", lora.title()));
        return toggling(add, lora);
    }

    private Component removal(AvailableModel lora) {
        var on = new Button(list.getTranslation("generate.loras.on"), GnIcon.CHECK.create());
        on.addThemeVariants(ButtonVariant.SMALL);
        on.addClassName("gn-on");
        on.setAriaLabel(list.getTranslation("generate.loras.on-named", lora.title()));
        return toggling(on, lora);
    }

    private Component toggling(Button button, AvailableModel lora) {
        button.addClickListener(click -> {
            toggle.accept(lora);
            var row =
                    (ModelRow) button.getParent().flatMap(Component::getParent).orElseThrow();
            row.withState(chosen.get().contains(lora.name()) ? removal(lora) : addition(lora));
        });
        return button;
    }

    private Component unfitRow(AvailableModel lora) {
        var model = checkpoint.get().orElseThrow();
        var why = list.getTranslation(
                "generate.loras.why",
                lora.family().label(),
                model.title(),
                model.family().label());
        var row = new ModelRow(lora, why);
        row.addClassName("gn-unfit");
        return row;
    }
}
