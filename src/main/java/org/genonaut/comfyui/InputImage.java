package org.genonaut.comfyui;

import java.util.Locale;

/**
 * A picture that lies on a server for workflows to load.
 *
 * @param name as the server chose it
 * @param subfolder relative to the folder of its type, empty for that folder itself
 */
public record InputImage(String name, String subfolder, Folder folder) {

    /** Where pictures may lie. */
    public enum Folder {
        INPUT,
        /** Emptied whenever the server starts. */
        TEMP;

        /** As ComfyUI writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public InputImage {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An input image has a name");
        }
    }

    /** What the image input of a {@code LoadImage} takes. */
    public String reference() {
        var path = subfolder.isEmpty() ? name : subfolder + "/" + name;
        return folder == Folder.INPUT ? path : path + " [" + folder.word() + "]";
    }
}
