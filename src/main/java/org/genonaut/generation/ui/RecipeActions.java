package org.genonaut.generation.ui;

import java.util.List;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.draft.Violation;

/** What can be done with a generation that stands in the stream. */
interface RecipeActions {

    /** Sends this at once; what is in the form stays there. */
    void generate(FormValues values);

    /** Brings this into the form. */
    void edit(FormValues values);

    /** Brings this into the form together with what a backend has against it. */
    void edit(FormValues values, List<Violation> refused);

    void cancel(GenerationId id);
}
