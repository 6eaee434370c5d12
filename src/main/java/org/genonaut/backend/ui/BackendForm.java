package org.genonaut.backend.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.genonaut.backend.BackendDeclaration;
import org.genonaut.backend.BackendTaken;
import org.genonaut.backend.connection.ConnectionSettings;
import org.genonaut.comfyui.Timeouts;
import org.genonaut.comfyui.Trust;
import org.jspecify.annotations.Nullable;

/** The fields of what an admin says of a backend. */
class BackendForm extends Div {

    private final TextField name = new TextField(getTranslation("backends.field.name"));
    private final TextField address = new TextField(getTranslation("backends.field.address"));
    private final CredentialsFields credentials = new CredentialsFields();
    private final TrustFields trust = new TrustFields();
    private final TimeoutFields timeouts = new TimeoutFields();
    private @Nullable URI before;
    private List<Object> kept = List.of();

    BackendForm() {
        addClassName("gn-model-form");
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        address.setRequiredIndicatorVisible(true);
        address.setManualValidation(true);
        address.setValueChangeMode(ValueChangeMode.LAZY);
        address.setPlaceholder("http://gpu-a:8188");
        address.setHelperText(getTranslation("backends.field.address.help"));
        add(name, address, credentials, trust, timeouts);
    }

    /** @param url where it is; null for a new one
     *  @param settings how it is reached; null for a new one, or when they cannot be opened */
    void show(String called, @Nullable URI url, @Nullable ConnectionSettings settings) {
        before = url;
        name.setValue(called);
        address.setValue(url == null ? "" : url.toString());
        name.setInvalid(false);
        address.setInvalid(false);
        credentials.show(settings);
        trust.show(settings == null ? Trust.platform() : settings.trust());
        timeouts.show(settings == null ? Timeouts.DEFAULT : settings.timeouts());
        keep();
    }

    /** @param changed runs whenever the person changes a value */
    void onTyped(Runnable changed) {
        listen(this, changed);
    }

    private static void listen(Component parent, Runnable changed) {
        parent.getChildren().forEach(child -> {
            if (child instanceof HasValue<?, ?> field) {
                field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        changed.run();
                    }
                });
            }
            listen(child, changed);
        });
    }

    /** Whether anything was typed since it was shown or kept. */
    boolean isChanged() {
        return !typed().equals(kept);
    }

    /** What is typed now is no news any more. */
    void keep() {
        kept = typed();
    }

    private List<Object> typed() {
        return List.of(name.getValue(), address.getValue(), credentials.typed(), trust.typed(), timeouts.typed());
    }

    void focusName() {
        name.focus();
    }

    /** What was typed; empty when something is wrong with it, which is then said at the field. */
    Optional<BackendDeclaration> read() {
        var called = name.getValue().strip();
        name.setErrorMessage(getTranslation("backends.wrong.name", BackendDeclaration.LONGEST_NAME));
        name.setInvalid(!BackendDeclaration.isName(called));
        var connection = connection();
        return name.isInvalid() ? Optional.empty() : connection.map(read -> new BackendDeclaration(called, read));
    }

    /** How it would be reached; empty when something is wrong, which is then said at the field. */
    Optional<ConnectionSettings> connection() {
        var url = url();
        address.setErrorMessage(getTranslation("backends.wrong.address"));
        address.setInvalid(url.isEmpty());
        if (url.isEmpty()) {
            return Optional.empty();
        }
        var shown = credentials.read(isSamePlace(url.get()));
        var trusted = trust.read("https".equals(url.get().getScheme()));
        var patience = timeouts.read();
        if (shown.isEmpty() || trusted.isEmpty() || patience.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ConnectionSettings(
                    url.get(), shown.get().credentials(), shown.get().headers(), trusted.get(), patience.get()));
        } catch (IllegalArgumentException noHeader) {
            credentials.refuse();
            return Optional.empty();
        }
    }

    private Optional<URI> url() {
        try {
            return Optional.of(
                    ConnectionSettings.to(new URI(address.getValue().strip())).url());
        } catch (URISyntaxException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** A secret is kept only for the server that it was said for, or it could be sent anywhere. */
    private boolean isSamePlace(URI url) {
        var stored = before;
        return stored != null
                && Objects.equals(stored.getScheme(), url.getScheme())
                && Objects.equals(stored.getAuthority(), url.getAuthority());
    }

    void refuse(BackendTaken taken) {
        var field = taken.what() == BackendTaken.What.NAME ? name : address;
        field.setErrorMessage(getTranslation(
                taken.what() == BackendTaken.What.NAME ? "backends.wrong.name.taken" : "backends.wrong.address.taken"));
        field.setInvalid(true);
    }

    void refuseWithoutKey() {
        credentials.refuseWithoutKey();
    }
}
