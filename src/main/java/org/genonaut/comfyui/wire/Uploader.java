package org.genonaut.comfyui.wire;

import java.nio.file.Path;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.InputImage;

/** Brings pictures to a server. */
public record Uploader(Http http) {

    public InputImage upload(Path file, String filename, String subfolder, InputImage.Folder folder)
            throws InterruptedException {
        if (filename.isBlank() || filename.contains("/") || filename.contains("\\")) {
            throw new IllegalArgumentException("A file's name is not empty and names no folder");
        }
        var form = new Multipart()
                .field("type", folder.word())
                .field("subfolder", subfolder)
                .file("image", filename, file);
        var answer = http.post("/upload/image", form);
        if (answer.status() == 413) {
            throw ComfyUIException.TooLarge.upload();
        }
        var stored = answer.object();
        var name = Json.text(stored, "name");
        if (name.isBlank()) {
            throw answer.unexpected();
        }
        // The server chooses another name where a different file has the wanted one.
        return new InputImage(name, Json.text(stored, "subfolder"), folder);
    }
}
