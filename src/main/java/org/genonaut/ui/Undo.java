package org.genonaut.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;

/**
 * One sentence at the foot of the window that says what was done, and a button that takes it back. The seconds run in
 * the browser and stand still while the pointer or the focus is on it.
 */
@JavaScript("context://js/undo.js")
public final class Undo extends Notification {

    private Undo(String sentence, Duration patience, Runnable takeBack) {
        var label = new Span(getTranslation("undo.action"));
        var button = new Button(label, click -> {
            close();
            takeBack.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("gn-link");
        var seconds = new Span();
        seconds.addClassName("gn-undo-seconds");
        seconds.getElement().setAttribute("aria-hidden", "true");
        label.add(seconds);
        addClassName("gn-undo");
        add(new Span(sentence), button);
        setPosition(Position.BOTTOM_CENTER);
        setDuration(0);
        seconds.getElement().addEventListener("undo-over", over -> close());
        seconds.getElement().executeJs("window.genonautUndo.countDown(this, $0)", patience.toSeconds());
    }

    /**
     * Shows the offer in the current window.
     *
     * @param sentence what was done, already translated: "3 images are in the trash. Their recipes stay."
     * @param patience how long the offer stands, in whole seconds
     * @param takeBack runs at most once, on the thread of the person who presses the button
     */
    public static Undo offer(String sentence, Duration patience, Runnable takeBack) {
        var undo = new Undo(sentence, patience, takeBack);
        undo.open();
        return undo;
    }
}
