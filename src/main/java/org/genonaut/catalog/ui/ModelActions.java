package org.genonaut.catalog.ui;

import org.genonaut.catalog.ModelId;
import org.genonaut.catalog.ModelType;

/** What can be done on the page of models, by pointer or by key. */
interface ModelActions {

    void showType(ModelType type);

    /** Shows only the models that have all these words. */
    void search(String words);

    void open(ModelId model);

    /** Opens a model's drawer and goes into it. */
    void edit(ModelId model);

    void close();

    /** A model was changed. */
    void saved();

    /** There is, or is no longer, something typed that is not saved. */
    void unsaved(boolean unsaved);
}
