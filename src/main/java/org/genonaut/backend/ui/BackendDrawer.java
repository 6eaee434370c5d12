package org.genonaut.backend.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendDeclaration;
import org.genonaut.backend.BackendSettings;
import org.genonaut.backend.BackendTaken;
import org.genonaut.secret.SecretException;
import org.genonaut.ui.Background;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.IconButton;
import org.genonaut.ui.UnsavedGuard;
import org.jspecify.annotations.Nullable;

/** Adds a backend or edits one, and tries the connection before it is saved. */
class BackendDrawer extends Section {

    private final BackendSettings settings;
    private final Runnable close;
    private final H2 title = new H2();
    private final BackendForm form = new BackendForm();
    private final TrialNote outcome = new TrialNote();
    private final Button test = new Button(getTranslation("backends.test"), click -> test());
    private final Button save = new Button(getTranslation("backends.save"), click -> save());
    private final UnsavedGuard guard = new UnsavedGuard(this);
    private @Nullable Backend edited;

    BackendDrawer(BackendSettings settings, Runnable close) {
        this.settings = settings;
        this.close = close;
        addClassName("gn-drawer");
        title.addClassNames("gn-grow", "gn-clip");
        var leave = new IconButton(GnIcon.CLOSE, getTranslation("backends.close"));
        leave.addClickListener(click -> close.run());
        var head = new Div(title, leave);
        head.addClassName("gn-drawer-head");
        var body = new Div(form, outcome);
        body.addClassName("gn-drawer-body");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var cancel = new Button(getTranslation("backends.cancel"), click -> close.run());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        var push = new Div(test);
        var foot = new Div(push, cancel, save);
        foot.addClassName("gn-drawer-foot");
        add(head, body, foot);
        form.onTyped(this::guard);
    }

    void showNew() {
        edited = null;
        title.setText(getTranslation("backends.add"));
        form.show("", null, null);
        outcome.clear();
        guard();
        form.focusName();
    }

    void show(Backend backend) {
        edited = backend;
        title.setText(backend.name());
        var connection = settings.find(backend.id());
        form.show(backend.name(), backend.url(), connection.orElse(null));
        outcome.clear();
        guard();
        if (connection.isEmpty()) {
            outcome.show(Optional.empty());
        }
    }

    private void guard() {
        guard.unsaved(form.isChanged());
    }

    /** Whether closing it would lose something. */
    boolean isUnsaved() {
        return getParent().isPresent() && form.isChanged();
    }

    private void test() {
        form.connection().ifPresent(connection -> {
            test.setEnabled(false);
            outcome.testing();
            Background.run(
                    this, () -> Optional.of(settings.test(connection)), () -> test.setEnabled(true), outcome::show);
        });
    }

    private void save() {
        form.read().ifPresent(this::save);
    }

    private void save(BackendDeclaration declaration) {
        try {
            var backend = edited;
            if (backend == null) {
                settings.add(declaration);
            } else {
                settings.change(backend.id(), declaration);
            }
            form.keep();
            guard();
            close.run();
        } catch (BackendTaken taken) {
            form.refuse(taken);
        } catch (SecretException.NoKey noKey) {
            form.refuseWithoutKey();
        }
    }
}
