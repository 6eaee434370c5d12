package org.genonaut.catalog.ui;

import org.genonaut.catalog.AvailableModel;

/** How a model stands, in the order in which it matters. */
enum ModelState {
    /** No backend has it, though members may use it. */
    MISSING("models.state.missing"),
    /** An admin has switched it off. */
    OFF("models.state.off"),
    ACTIVE("models.state.active");

    private final String textKey;

    ModelState(String textKey) {
        this.textKey = textKey;
    }

    static ModelState of(AvailableModel model) {
        if (!model.isActive()) {
            return OFF;
        }
        return model.isMissing() ? MISSING : ACTIVE;
    }

    String textKey() {
        return textKey;
    }
}
