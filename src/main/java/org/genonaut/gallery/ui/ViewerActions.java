package org.genonaut.gallery.ui;

/** What can be done with the picture that is shown, by button or by key. */
interface ViewerActions {

    void newer();

    void older();

    void again();

    void sameSeed();

    void editRecipe();

    void delete();

    void togglePanel();

    void backToGallery();
}
