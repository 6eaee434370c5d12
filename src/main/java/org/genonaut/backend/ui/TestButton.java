package org.genonaut.backend.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.genonaut.backend.Trial;
import org.genonaut.ui.Background;
import org.genonaut.ui.GnIcon;

/** Tries a connection, which may take as long as the server does, while the page goes on. */
class TestButton extends Button {

    /**
     * @param trial runs apart from the page; empty when the connection cannot be read
     * @param begun runs at once
     */
    TestButton(Supplier<Optional<Trial>> trial, Runnable begun, Consumer<Optional<Trial>> show) {
        super(GnIcon.PLUG.createSmall());
        setText(getTranslation("backends.test"));
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClickListener(click -> {
            setEnabled(false);
            begun.run();
            Background.run(this, trial, () -> setEnabled(true), show);
        });
    }
}
