package org.genonaut.generation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.genonaut.ui.GnIcon;

/** All reasons why Generate is not possible, in words, each with a way to its field. */
class Reasons extends Div {

    private final Paragraph title = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private List<String> shown = List.of();

    Reasons() {
        setId("reasons");
        addClassName("gn-why");
        getElement().setAttribute("aria-live", "polite");
        title.addClassName("gn-strong");
        list.addClassName("gn-reasons");
        add(title, list);
        setVisible(false);
    }

    void show(List<Reason> reasons) {
        setVisible(!reasons.isEmpty());
        var sentences = reasons.stream().map(Reason::sentence).toList();
        if (sentences.equals(shown)) {
            return; // The ways stay the same as long as the sentences do; nothing is read out twice.
        }
        shown = sentences;
        title.setText(getTranslation("generate.not-yet", reasons.size()));
        list.removeAll();
        reasons.forEach(reason -> list.add(item(reason)));
    }

    private ListItem item(Reason reason) {
        var show = new Button(
                getTranslation("generate.reason.show"), click -> reason.show().run());
        show.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        show.addClassName("gn-link");
        show.setAriaLabel(getTranslation("generate.reason.show") + ": " + reason.sentence());
        return new ListItem(GnIcon.WARNING.createSmall(), new Span(reason.sentence()), show);
    }
}
