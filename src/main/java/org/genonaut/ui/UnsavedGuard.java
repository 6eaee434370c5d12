package org.genonaut.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;

/** Has the browser ask before it closes or reloads a page on which something is not saved yet. */
public final class UnsavedGuard {

    private static final String ASK = "window.onbeforeunload = $0 ? event => event.preventDefault() : null";

    private final Component part;
    private boolean unsaved;

    /** @param part what holds the unsaved; when it is taken from the page, nothing is asked any more */
    public UnsavedGuard(Component part) {
        this.part = part;
        part.addDetachListener(this::release);
    }

    public void unsaved(boolean now) {
        if (now != unsaved) {
            unsaved = now;
            part.getUI().ifPresent(ui -> ui.getPage().executeJs(ASK, now));
        }
    }

    private void release(DetachEvent detached) {
        if (unsaved) {
            unsaved = false;
            detached.getUI().getPage().executeJs(ASK, false);
        }
    }
}
