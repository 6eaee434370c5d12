package org.genonaut.catalog.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks what is to become of changes that are not saved before they would be lost. */
class UnsavedChanges extends ConfirmDialog {

    UnsavedChanges(Runnable save, Runnable discard, Runnable stay) {
        setHeader(getTranslation("models.leave.title"));
        setText(getTranslation("models.leave.sentence"));
        setConfirmButton(getTranslation("models.save"), confirm -> save.run());
        setRejectButton(getTranslation("models.discard"), reject -> discard.run(), "tertiary");
        setRejectable(true);
        setCancelButton(getTranslation("models.leave.stay"), cancel -> stay.run());
        setCancelable(true);
    }
}
