package org.genonaut.backend.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendSettings;

/** Asks whether everybody is to know why a backend takes no more jobs. */
class DrainDialog extends ConfirmDialog {

    /** @param drain takes the note, which may be empty */
    DrainDialog(Backend backend, Consumer<String> drain) {
        var note = new TextField(getTranslation("backends.drain.note"));
        note.setPlaceholder(getTranslation("backends.drain.note.example"));
        note.setMaxLength(BackendSettings.MAX_NOTE);
        note.setWidthFull();
        var content = new Div(new Paragraph(getTranslation("backends.drain.sentence")), note);
        content.addClassName("gn-question");
        setHeader(getTranslation("backends.drain.title", backend.name()));
        add(content);
        setConfirmButton(getTranslation("backends.drain"), confirm -> drain.accept(note.getValue()));
        setCancelButton(getTranslation("backends.cancel"), cancel -> {});
        setCancelable(true);
    }
}
