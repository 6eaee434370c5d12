package org.genonaut.backend.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genonaut.backend.connection.ConnectionSettings;
import org.genonaut.backend.connection.Credentials;
import org.genonaut.secret.Secret;
import org.jspecify.annotations.Nullable;

/** What a backend wants to be shown. Secrets go in and never come out: an empty field keeps what is stored. */
class CredentialsFields extends Div {

    /** As people choose. */
    enum Kind {
        NONE,
        BASIC,
        BEARER,
        HEADER
    }

    /** What was typed and what was kept. */
    record Shown(Credentials credentials, Map<String, Secret> headers) {}

    private final Select<Kind> kind = new Select<>();
    private final TextField user = new TextField(getTranslation("backends.field.user"));
    private final TextField header = new TextField(getTranslation("backends.field.header"));
    private final PasswordField secret = new PasswordField();
    private Credentials credentials = new Credentials.None();
    private Map<String, Secret> headers = Map.of();

    CredentialsFields() {
        addClassName("gn-model-form");
        kind.setLabel(getTranslation("backends.field.credentials"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(
                item -> getTranslation("backends.credentials." + item.name().toLowerCase(Locale.ROOT)));
        kind.addValueChangeListener(change -> fit());
        secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        header.setPlaceholder("X-Api-Key");
        add(kind, user, header, secret);
    }

    /** @param before how it is reached now; its secrets stay here */
    void show(@Nullable ConnectionSettings before) {
        credentials = before == null ? new Credentials.None() : before.credentials();
        headers = before == null ? Map.of() : before.headers();
        user.setValue(credentials instanceof Credentials.Basic(var name, var password) ? name : "");
        header.setValue(headers.keySet().stream().findFirst().orElse(""));
        secret.setValue("");
        user.setInvalid(false);
        header.setInvalid(false);
        secret.setInvalid(false);
        kind.setValue(stored());
        fit();
    }

    /** As it stands in the fields. */
    List<Object> typed() {
        return List.of(kind.getValue(), user.getValue(), header.getValue(), secret.getValue());
    }

    private Kind stored() {
        return switch (credentials) {
            case Credentials.Basic basic -> Kind.BASIC;
            case Credentials.Bearer bearer -> Kind.BEARER;
            case Credentials.None none -> headers.isEmpty() ? Kind.NONE : Kind.HEADER;
        };
    }

    private void fit() {
        var chosen = kind.getValue();
        user.setVisible(chosen == Kind.BASIC);
        header.setVisible(chosen == Kind.HEADER);
        secret.setVisible(chosen != Kind.NONE);
        secret.setLabel(getTranslation("backends.field.secret." + chosen.name().toLowerCase(Locale.ROOT)));
        secret.setHelperText(
                getTranslation(chosen == stored() ? "backends.field.secret.keep" : "backends.field.secret.reference"));
    }

    /** @param samePlace whether the stored secrets are for the address that was typed */
    Optional<Shown> read(boolean samePlace) {
        var chosen = kind.getValue();
        user.setInvalid(false);
        header.setInvalid(false);
        secret.setInvalid(false);
        if (chosen == Kind.NONE) {
            return Optional.of(new Shown(new Credentials.None(), Map.of()));
        }
        var said = said(chosen, samePlace);
        if (said.isEmpty()) {
            wrong(secret, samePlace ? "backends.wrong.secret" : "backends.wrong.secret.elsewhere");
            return Optional.empty();
        }
        return switch (chosen) {
            case NONE -> Optional.empty();
            case BASIC -> basic(said.get(), samePlace);
            case BEARER -> Optional.of(new Shown(new Credentials.Bearer(said.get()), kept(samePlace)));
            case HEADER -> Optional.of(new Shown(new Credentials.None(), withHeader(said.get(), samePlace)));
        };
    }

    private Optional<Shown> basic(Secret password, boolean samePlace) {
        try {
            return Optional.of(new Shown(new Credentials.Basic(user.getValue().strip(), password), kept(samePlace)));
        } catch (IllegalArgumentException noName) {
            wrong(user, "backends.wrong.user");
            return Optional.empty();
        }
    }

    private Optional<Secret> said(Kind chosen, boolean samePlace) {
        if (!secret.isEmpty()) {
            return Optional.of(Secret.of(secret.getValue()));
        }
        if (chosen != stored() || !samePlace) {
            return Optional.empty();
        }
        return switch (credentials) {
            case Credentials.Basic(var name, var password) -> Optional.of(password);
            case Credentials.Bearer(var token) -> Optional.of(token);
            case Credentials.None none -> headers.values().stream().findFirst();
        };
    }

    /** Headers beside the credentials, which the page does not show, are for the old address alone. */
    private Map<String, Secret> kept(boolean samePlace) {
        return samePlace && stored() != Kind.HEADER ? headers : Map.of();
    }

    private Map<String, Secret> withHeader(Secret value, boolean samePlace) {
        var all = new TreeMap<String, Secret>(String.CASE_INSENSITIVE_ORDER);
        if (samePlace && stored() == Kind.HEADER) {
            all.putAll(headers);
            headers.keySet().stream().findFirst().ifPresent(all::remove);
        }
        all.put(header.getValue().strip(), value);
        return all;
    }

    /** What was chosen cannot be sent as it is. */
    void refuse() {
        wrong(kind.getValue() == Kind.HEADER ? header : secret, "backends.wrong.header");
    }

    /** There is no key to seal a secret with. */
    void refuseWithoutKey() {
        wrong(secret, "backends.wrong.no-key");
    }

    private void wrong(TextFieldBase<?, ?> field, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
    }
}
