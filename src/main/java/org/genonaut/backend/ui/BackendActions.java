package org.genonaut.backend.ui;

import org.genonaut.backend.Backend;

/** What can be done with a backend on its card. */
interface BackendActions {

    void edit(Backend backend);

    void drain(Backend backend);

    void enable(Backend backend);

    void remove(Backend backend);
}
