package org.genonaut.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.Refreshed;
import org.genonaut.ui.Background;
import org.genonaut.ui.GnIcon;

/** Asks the backends what they have, which may take as long as the slowest of them, and says what that changed. */
class ReadAgain extends Div {

    private final ModelCatalog catalog;
    private final Runnable done;
    private final Span outcome = new Span();
    private final Button button;

    /** @param done runs when the catalog has been read */
    ReadAgain(ModelCatalog catalog, Runnable done) {
        this.catalog = catalog;
        this.done = done;
        addClassNames("gn-row", "gn-push");
        outcome.addClassNames("gn-small", "gn-muted");
        outcome.getElement().setAttribute("role", "status");
        button = new Button(getTranslation("models.read"), GnIcon.AGAIN.create(), click -> read());
        add(outcome, button);
    }

    private void read() {
        button.setEnabled(false);
        outcome.setText(getTranslation("models.read.running"));
        Background.run(this, catalog::refresh, this::ended, this::show);
    }

    private void ended() {
        button.setEnabled(true);
        outcome.setText("");
    }

    private void show(Refreshed refreshed) {
        outcome.setText(words(refreshed));
        done.run();
    }

    private String words(Refreshed refreshed) {
        var facts = new ArrayList<String>();
        if (!refreshed.added().isEmpty()) {
            facts.add(getTranslation("models.read.added", refreshed.added().size()));
        }
        if (!refreshed.missing().isEmpty()) {
            facts.add(getTranslation("models.read.missing", refreshed.missing().size()));
        }
        refreshed.unreachable().forEach(name -> facts.add(getTranslation("models.read.no-answer", name)));
        return facts.isEmpty() ? getTranslation("models.read.nothing") : String.join(", ", facts);
    }
}
