package org.genonaut.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.genonaut.ui.EmptyState;
import org.genonaut.ui.GnIcon;

/** How a page looks that cannot be shown: what happened, in one sentence, and one way on. */
final class DeadEnd {

    private DeadEnd() {}

    /** Fills a page with the texts {@code KEY.title} and {@code KEY.sentence}; arguments fill the sentence. */
    static void fill(Div page, GnIcon icon, String key, Component action, Object... arguments) {
        page.addClassName("gn-page");
        page.add(EmptyState.asPage(
                        icon, page.getTranslation(key + ".title"), page.getTranslation(key + ".sentence", arguments))
                .withActions(action));
    }

    static Button leadingTo(String path, String text) {
        return new Button(text, click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(path)));
    }
}
