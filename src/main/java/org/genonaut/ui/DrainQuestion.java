package org.genonaut.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks whether everybody is to know why a backend takes no more jobs. */
public final class DrainQuestion extends ConfirmDialog {

    /**
     * @param backend its name
     * @param longest of a note, in characters
     * @param drain takes the note, which may be empty
     */
    public DrainQuestion(String backend, int longest, Consumer<String> drain) {
        var note = new TextField(getTranslation("backends.drain.note"));
        note.setPlaceholder(getTranslation("backends.drain.note.example"));
        note.setMaxLength(longest);
        note.setWidthFull();
        var content = new Div(new Paragraph(getTranslation("backends.drain.sentence")), note);
        content.addClassName("gn-question");
        setHeader(getTranslation("backends.drain.title", backend));
        add(content);
        setConfirmButton(getTranslation("backends.drain"), confirm -> drain.accept(note.getValue()));
        setCancelButton(getTranslation("backends.cancel"), cancel -> {});
        setCancelable(true);
    }
}
