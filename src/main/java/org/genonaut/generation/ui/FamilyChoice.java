package org.genonaut.generation.ui;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelFamily;
import org.jspecify.annotations.Nullable;

/** All families that there are models of, each with their number; one of them or all are shown. */
class FamilyChoice extends Div {

    private final Runnable changed;
    private final List<Option> options = new ArrayList<>();
    private @Nullable ModelFamily chosen;

    FamilyChoice(Runnable changed) {
        this.changed = changed;
        addClassName("gn-families");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("generate.families"));
    }

    private record Option(Button button, @Nullable ModelFamily family) {}

    /** Offers the families of these models; all of them are shown. */
    void offer(List<AvailableModel> models) {
        removeAll();
        options.clear();
        var counts = models.stream().collect(groupingBy(AvailableModel::family, counting()));
        add(getTranslation("generate.families.all"), models.size(), null);
        for (var family : ModelFamily.values()) {
            long count = counts.getOrDefault(family, 0L);
            if (count > 0) {
                add(family.label(), count, family);
            }
        }
        mark(null);
    }

    private void add(String label, long count, @Nullable ModelFamily family) {
        var button = new Button(label, click -> {
            mark(family);
            changed.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setSuffixComponent(new Span(String.valueOf(count)));
        options.add(new Option(button, family));
        add(button);
    }

    private void mark(@Nullable ModelFamily family) {
        chosen = family;
        for (var option : options) {
            option.button().setClassName("gn-on", option.family() == family);
            option.button().getElement().setAttribute("aria-pressed", String.valueOf(option.family() == family));
        }
    }

    /** Null for all. */
    @Nullable ModelFamily chosen() {
        return chosen;
    }
}
