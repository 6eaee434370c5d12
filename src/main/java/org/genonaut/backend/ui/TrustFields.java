package org.genonaut.backend.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genonaut.comfyui.Trust;

/** Which certificate a backend must show. */
class TrustFields extends Div {

    /** As people choose. */
    enum Kind {
        SYSTEM,
        AUTHORITY,
        PINNED
    }

    private final Select<Kind> kind = new Select<>();
    private final TextArea authority = new TextArea(getTranslation("backends.field.authority"));
    private final TextField fingerprint = new TextField(getTranslation("backends.field.fingerprint"));

    TrustFields() {
        addClassName("gn-model-form");
        kind.setLabel(getTranslation("backends.field.trust"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(
                item -> getTranslation("backends.trust." + item.name().toLowerCase(Locale.ROOT)));
        kind.addValueChangeListener(change -> fit());
        authority.setPlaceholder("-----BEGIN CERTIFICATE-----");
        authority.setMinRows(3);
        authority.setMaxRows(6);
        fingerprint.setHelperText(getTranslation("backends.field.fingerprint.help"));
        add(kind, authority, fingerprint);
    }

    void show(Trust trust) {
        authority.setInvalid(false);
        fingerprint.setInvalid(false);
        kind.setInvalid(false);
        authority.setValue(trust instanceof Trust.PrivateAuthority(var pem) ? pem : "");
        fingerprint.setValue(trust instanceof Trust.Pinned(var sha) ? sha.toString() : "");
        kind.setValue(
                switch (trust) {
                    case Trust.Platform platform -> Kind.SYSTEM;
                    case Trust.PrivateAuthority some -> Kind.AUTHORITY;
                    case Trust.Pinned pinned -> Kind.PINNED;
                });
        fit();
    }

    /** As it stands in the fields. */
    List<Object> typed() {
        return List.of(kind.getValue(), authority.getValue(), fingerprint.getValue());
    }

    private void fit() {
        authority.setVisible(kind.getValue() == Kind.AUTHORITY);
        fingerprint.setVisible(kind.getValue() == Kind.PINNED);
    }

    Optional<Trust> read(boolean encrypted) {
        authority.setInvalid(false);
        fingerprint.setInvalid(false);
        kind.setInvalid(false);
        if (kind.getValue() != Kind.SYSTEM && !encrypted) {
            kind.setErrorMessage(getTranslation("backends.wrong.trust"));
            kind.setInvalid(true);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (kind.getValue()) {
                        case SYSTEM -> Trust.platform();
                        case AUTHORITY -> new Trust.PrivateAuthority(authority.getValue());
                        case PINNED -> Trust.Pinned.of(fingerprint.getValue());
                    });
        } catch (IllegalArgumentException wrong) {
            authority.setErrorMessage(getTranslation("backends.wrong.authority"));
            fingerprint.setErrorMessage(getTranslation("backends.wrong.fingerprint"));
            authority.setInvalid(kind.getValue() == Kind.AUTHORITY);
            fingerprint.setInvalid(kind.getValue() == Kind.PINNED);
            return Optional.empty();
        }
    }
}
