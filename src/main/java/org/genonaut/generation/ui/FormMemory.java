package org.genonaut.generation.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.Optional;
import org.genonaut.generation.recipe.Seed;
import org.jspecify.annotations.Nullable;

/** Keeps what stands in the form for as long as somebody is signed in, so that a reload loses nothing. */
@SpringComponent
@VaadinSessionScope
class FormMemory {

    private @Nullable FormValues values;
    private @Nullable Seed lastSeed;

    Optional<FormValues> values() {
        return Optional.ofNullable(values);
    }

    void keep(FormValues latest) {
        values = latest;
    }

    /** The seed that the newest generation of this form began with. */
    Optional<Seed> lastSeed() {
        return Optional.ofNullable(lastSeed);
    }

    void used(Seed seed) {
        lastSeed = seed;
    }
}
