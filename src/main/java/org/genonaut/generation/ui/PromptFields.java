package org.genonaut.generation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.ui.GnIcon;

/** What to draw and, folded away below it, what to avoid. */
class PromptFields extends Div {

    private static final int PAUSE_MILLIS = 300;

    private final TextArea prompt = area("prompt");
    private final TextArea avoid = area("avoid");
    private final Span words = new Span();
    private final Span avoided = new Span();
    private final Button unfold;
    private ModelFamily family = ModelFamily.OTHER;
    private Runnable changed = () -> {};

    PromptFields() {
        prompt.setPlaceholder(getTranslation("generate.prompt.placeholder"));
        prompt.setAriaLabel(getTranslation("generate.prompt"));
        avoid.setPlaceholder(getTranslation("generate.avoid.placeholder"));
        avoid.setAriaLabel(getTranslation("generate.avoid.name"));
        avoid.addClassName("gn-avoid");
        avoid.setVisible(false);
        unfold = avoidButton();
        var tools = new Div(unfold);
        tools.addClassName("gn-prompt-tools");
        var box = new Div(prompt, avoid, tools);
        box.addClassName("gn-prompt");
        add(label(), box);
        prompt.addValueChangeListener(change -> changed());
        avoid.addValueChangeListener(change -> changed());
        describe();
    }

    private static TextArea area(String id) {
        var area = new TextArea();
        area.setId(id);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(PAUSE_MILLIS);
        return area;
    }

    private Div label() {
        var text = new NativeLabel(getTranslation("generate.prompt"));
        text.setFor(prompt);
        words.addClassName("gn-push");
        var label = new Div(text, words);
        label.addClassName("gn-label");
        return label;
    }

    private Button avoidButton() {
        var word = new Span(getTranslation("generate.avoid"));
        word.addClassNames("gn-ink", "gn-strong");
        avoided.addClassName("gn-clip");
        var button = new Button("", click -> unfold(!avoid.isVisible()));
        button.setSuffixComponent(GnIcon.CHEVRON_DOWN.create());
        button.getElement().appendChild(new Span(word, avoided).getElement());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassNames("gn-push", "gn-avoid-fold");
        button.getElement().setAttribute("aria-expanded", "false");
        return button;
    }

    private void unfold(boolean open) {
        avoid.setVisible(open);
        unfold.getElement().setAttribute("aria-expanded", String.valueOf(open));
        describe();
        if (open) {
            avoid.focus();
        }
    }

    private void changed() {
        describe();
        changed.run();
    }

    private void describe() {
        var count = prompt.getValue().isBlank() ? 0 : prompt.getValue().strip().split("\\s+").length;
        words.setText(getTranslation("generate.words", count));
        avoided.setText(avoid.isVisible() ? "" : avoidedInShort());
    }

    private String avoidedInShort() {
        if (!family.takesNegativePrompt()) {
            return getTranslation("generate.avoid.not-with", family.label());
        }
        return avoid.getValue().isBlank() ? getTranslation("generate.avoid.nothing") : avoid.getValue();
    }

    /** What to avoid stays where it is while it takes no part: the next checkpoint may take it again. */
    void adopt(ModelFamily other) {
        family = other;
        boolean taken = other.takesNegativePrompt();
        avoid.setReadOnly(!taken);
        avoid.setHelperText(taken ? null : getTranslation("generate.avoid.unused", other.label()));
        describe();
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    String prompt() {
        return prompt.getValue();
    }

    String avoid() {
        return avoid.getValue();
    }

    void show(String newPrompt, String newAvoid) {
        prompt.setValue(newPrompt);
        avoid.setValue(newAvoid);
    }

    /** Adds a trigger word at the end of the prompt. */
    void insert(String word) {
        var text = prompt.getValue().stripTrailing();
        var separator = text.isEmpty() ? "" : text.endsWith(",") ? " " : ", ";
        prompt.setValue(text + separator + word);
        prompt.focus();
    }

    static boolean mentions(String prompt, String word) {
        return prompt.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    void focusPrompt() {
        prompt.focus();
    }

    void focusAvoid() {
        unfold(true);
    }
}
