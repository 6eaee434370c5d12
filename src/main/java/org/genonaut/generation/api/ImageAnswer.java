package org.genonaut.generation.api;

import java.time.Duration;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.storage.Rendition;
import org.genonaut.storage.Renditions;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers the bytes of an image: they never change, so a browser asks for each only once. Ranges are answered, too. */
@Component
class ImageAnswer {

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Renditions renditions;

    ImageAnswer(Renditions renditions) {
        this.renditions = renditions;
    }

    ResponseEntity<Resource> of(GeneratedImage image, Rendition rendition) {
        var file = renditions.get(image.key(), rendition);
        return ResponseEntity.ok()
                .contentType(mediaType(image, rendition))
                .cacheControl(FOREVER)
                .eTag("\"" + image.sha256() + "-" + rendition.word() + "\"")
                .lastModified(file.lastModified())
                .body(file.content());
    }

    private static MediaType mediaType(GeneratedImage image, Rendition rendition) {
        return rendition == Rendition.ORIGINAL
                ? MediaType.parseMediaType(image.mediaType())
                : MediaType.parseMediaType("image/webp");
    }
}
