package org.genonaut.ui;

import java.util.Optional;

/** A bean that may have something to say above every page. */
public interface BannerSource {

    /** What holds now; asked on every navigation and after every change, so it answers at once. */
    Optional<Banner> banner();

    /**
     * Tells the listener, on any thread, when the banner has appeared, changed or gone.
     *
     * @return ends the telling
     */
    default Runnable onChange(Runnable listener) {
        return () -> {};
    }
}
