package org.genonaut.generation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.genonaut.generation.Generation;
import org.genonaut.ui.GnIcon;

/** What can be done with a generation, by how it stands. */
class RowActions extends Div {

    RowActions(Generation generation, RecipeActions actions) {
        addClassName("gn-acts");
        var values = FormValues.of(generation.parameters());
        var refused = generation.failedJob().map(Generation.Job::violations).orElse(List.of());
        if (generation.status().isOpen()) {
            var cancel = button("generate.cancel", GnIcon.CLOSE, () -> actions.cancel(generation.id()));
            cancel.addClassName("gn-cancel");
            add(cancel);
        } else {
            add(
                    button("generate.again", GnIcon.AGAIN, () -> actions.generate(values.withSeed(null))),
                    button("generate.vary", GnIcon.DICE, () -> actions.generate(values.varied())));
        }
        add(button("generate.edit", GnIcon.EDIT, () -> actions.edit(values, refused)));
    }

    private Button button(String key, GnIcon icon, Runnable action) {
        var button = new Button(getTranslation(key), icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setTooltipText(getTranslation(key + ".help"));
        return button;
    }
}
