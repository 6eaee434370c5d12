package org.genonaut.generation.ui;

import org.genonaut.generation.GenerationId;

/** What can be done with a generation that stands in the stream. */
interface RecipeActions {

    /** Sends this at once; what is in the form stays there. */
    void generate(FormValues values);

    /** Brings this into the form. */
    void edit(FormValues values);

    void cancel(GenerationId id);
}
