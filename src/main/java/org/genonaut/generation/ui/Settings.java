package org.genonaut.generation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.IconButton;

/**
 * A block of settings that shows its values while it is closed; those that differ from the default are marked and have
 * a reset. The reset stands beside the summary, not in it: a button within a button cannot be reached by all.
 */
class Settings extends Div {

    private final Span value = new Span();
    private final Details details;
    private final IconButton reset;

    Settings(String title, Runnable reset) {
        addClassName("gn-settings-block");
        value.addClassName("gn-value");
        var summary = new Div(new Span(title), value);
        summary.addClassName("gn-summary");
        details = new Details(summary);
        details.addClassName("gn-settings");
        details.getElement().getThemeList().add("no-padding");
        this.reset = new IconButton(GnIcon.RESET, getTranslation("generate.reset", title));
        this.reset.addClickListener(click -> reset.run());
        add(details, this.reset);
        show("", false);
    }

    /** Fields in two columns. */
    final void addFields(Component... components) {
        var grid = new Div(components);
        grid.addClassName("gn-fields");
        details.add(grid);
    }

    final void show(String values, boolean changed) {
        value.setText(values);
        setClassName("gn-changed", changed);
        reset.setVisible(changed);
    }

    final void open() {
        details.setOpened(true);
    }
}
