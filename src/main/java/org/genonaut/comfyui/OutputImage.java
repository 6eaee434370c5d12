package org.genonaut.comfyui;

/**
 * A file that an execution left on its server.
 *
 * @param subfolder relative to the folder of its type, empty for that folder itself
 * @param type {@code output} or {@code temp}
 */
public record OutputImage(String filename, String subfolder, String type) {

    public OutputImage {
        if (filename.isBlank()) {
            throw new IllegalArgumentException("An output has a file name");
        }
    }
}
