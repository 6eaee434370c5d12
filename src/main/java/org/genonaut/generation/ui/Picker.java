package org.genonaut.generation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.genonaut.ui.GnIcon;

/** The popover in which models are looked for: a search field above, the list, and below it what is shown. */
class Picker extends Popover {

    private static final int PAUSE_MILLIS = 150;

    private final TextField search = new TextField();
    private final Header header = new Header(search);
    private final Span shown = new Span();

    Picker(Component target, String name, Component list) {
        addClassNames("gn-picker", "gn-picker-loras");
        setTarget(target);
        setPosition(PopoverPosition.END_TOP);
        setAriaLabel(name);
        setModal(true);
        search.setPrefixComponent(GnIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLIS);
        shown.getElement().setAttribute("aria-live", "polite");
        var box = new Div(header, list, new Footer(shown));
        box.addClassName("gn-picker-box");
        add(box);
    }

    /** @param text what is in the search field */
    void onSearch(Consumer<String> listener) {
        search.addValueChangeListener(change -> listener.accept(change.getValue()));
    }

    void onOpen(Runnable listener) {
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                search.clear();
                listener.run();
                search.focus();
            }
        });
    }

    TextField search() {
        return search;
    }

    void addToHeader(Component component) {
        header.add(component);
    }

    void describe(String sentence) {
        shown.setText(sentence);
    }
}
