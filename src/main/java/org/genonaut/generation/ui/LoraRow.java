package org.genonaut.generation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.generation.ui.FormValues.ChosenLora;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.IconButton;
import org.genonaut.ui.StrengthSlider;

/** A LoRA in the form: its strength, whether it is on, and its trigger words. */
class LoraRow extends Div {

    private static final int MOST_WORDS = 3;

    private final String name;
    private final List<String> triggerWords;
    private final StrengthSlider onModel;
    private final StrengthSlider onClip;
    private final Div clipRow;
    private final IconButton link;
    private final Checkbox on = new Checkbox();
    private final Div hint = new Div();
    private final Consumer<String> insert;
    private Runnable changed = () -> {};
    private Runnable remove = () -> {};

    /**
     * @param model what the catalog knows of it
     * @param insert puts a trigger word into the prompt
     */
    LoraRow(ChosenLora lora, Optional<AvailableModel> model, Consumer<String> insert) {
        this.name = lora.name();
        this.insert = insert;
        this.triggerWords = model.map(AvailableModel::triggerWords).orElse(List.of());
        var title = model.map(AvailableModel::title).orElse(name);
        onModel = new StrengthSlider(getTranslation("generate.lora.strength", title), shown(lora.strengthModel()));
        onClip = new StrengthSlider(getTranslation("generate.lora.strength-clip", title), shown(lora.strengthClip()));
        clipRow = new Div(new Span(getTranslation("generate.lora.clip")), onClip);
        clipRow.addClassName("gn-lora-clip");
        link = new IconButton(GnIcon.LINK, getTranslation("generate.lora.link"));
        boolean onOpenEncoders = model.isEmpty() || model.get().family().hasOpenTextEncoder();
        link.setVisible(onOpenEncoders);
        on.addClassName("gn-switch");
        on.setAriaLabel(title);
        on.setValue(lora.on());
        addClassName("gn-lora");
        hint.addClassNames("gn-tiny", "gn-muted", "gn-lora-hint");
        add(top(title), onModel, clipRow);
        link(!onOpenEncoders || lora.strengthModel() == lora.strengthClip());
        setClassName("gn-off", !lora.on());
        listen();
    }

    /** Programs may ask for more than the slider goes. */
    private static double shown(double strength) {
        return Math.clamp(strength, -StrengthSlider.LIMIT, StrengthSlider.LIMIT);
    }

    private Component top(String title) {
        var heading = new Div(title);
        heading.addClassNames("gn-strong", "gn-clip");
        var words = new Div(heading, hint);
        words.addClassName("gn-grow");
        var away = new IconButton(GnIcon.CLOSE, getTranslation("generate.loras.remove", title));
        away.addClickListener(click -> remove.run());
        var tools = new Div(link, away);
        tools.addClassName("gn-lora-tools");
        var top = new Div(new ModelMark(title), words, tools, on);
        top.addClassName("gn-row");
        return top;
    }

    private void listen() {
        onModel.addValueChangeListener(change -> {
            if (isLinked()) {
                onClip.setValue(change.getValue());
            }
            changed.run();
        });
        onClip.addValueChangeListener(change -> changed.run());
        on.addValueChangeListener(change -> {
            setClassName("gn-off", !change.getValue());
            changed.run();
        });
        link.addClickListener(click -> {
            link(!isLinked());
            if (isLinked()) {
                onClip.setValue(onModel.getValue());
            }
        });
    }

    private boolean isLinked() {
        return !clipRow.isVisible();
    }

    private void link(boolean linked) {
        clipRow.setVisible(!linked);
        link.setIcon((linked ? GnIcon.LINK : GnIcon.UNLINK).create());
        // Linked is the usual state and looks like it; only who listens is told.
        link.getElement().setAttribute("aria-pressed", String.valueOf(linked));
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    void onRemove(Runnable listener) {
        remove = listener;
    }

    String name() {
        return name;
    }

    ChosenLora value() {
        return new ChosenLora(name, onModel.getValue(), onClip.getValue(), on.getValue());
    }

    boolean isOn() {
        return on.getValue();
    }

    /** Says whether a trigger word is in the prompt, and offers those that are not. */
    void promptChanged(String prompt) {
        hint.removeAll();
        if (triggerWords.isEmpty()) {
            hint.add(new Span(getTranslation("generate.lora.no-trigger")));
        } else if (triggerWords.stream().anyMatch(word -> PromptFields.mentions(prompt, word))) {
            hint.add(new Span(getTranslation("generate.lora.triggered", String.join(", ", triggerWords))));
        } else {
            var missing = new Span(getTranslation("generate.lora.untriggered"));
            missing.addClassName("gn-warn-text");
            var offer = new Span(getTranslation("generate.lora.insert"));
            triggerWords.stream().limit(MOST_WORDS).map(this::insertion).forEach(offer::add);
            hint.add(missing, offer);
        }
    }

    private Component insertion(String word) {
        var button = new Button(word, click -> insert.accept(word));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassNames("gn-link", "gn-trigger");
        button.setAriaLabel(getTranslation("generate.lora.insert-named", word));
        return button;
    }

    void focusStrength() {
        on.focus();
        scrollIntoView();
    }
}
