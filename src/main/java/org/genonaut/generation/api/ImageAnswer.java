package org.genonaut.generation.api;

import java.time.Duration;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.storage.Rendition;
import org.genonaut.storage.Renditions;
import org.genonaut.storage.StorageException;
import org.genonaut.storage.StoredFile;
import org.genonaut.storage.UnreadableImage;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Answers the bytes of an image: they never change, so a browser asks for each only once. Ranges are answered, too. */
@Component
class ImageAnswer {

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Renditions renditions;

    ImageAnswer(Renditions renditions) {
        this.renditions = renditions;
    }

    /** @param asked the request's headers; a range that cannot be served is answered without the bytes */
    ResponseEntity<Resource> of(GeneratedImage image, Rendition rendition, HttpHeaders asked) {
        var file = file(image, rendition);
        if (!isServable(asked, file)) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.length())
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(mediaType(image, rendition))
                .cacheControl(FOREVER)
                .eTag("\"" + image.sha256() + "-" + rendition.word() + "\"")
                .lastModified(file.lastModified())
                .body(file.content());
    }

    private static boolean isServable(HttpHeaders asked, StoredFile file) {
        try {
            HttpRange.toResourceRegions(asked.getRange(), file.content());
            return true;
        } catch (IllegalArgumentException outOfRange) {
            return false;
        }
    }

    private StoredFile file(GeneratedImage image, Rendition rendition) {
        try {
            return renditions.get(image.key(), rendition);
        } catch (StorageException.Missing gone) {
            throw new ErrorResponseException(
                    HttpStatus.NOT_FOUND, problem(HttpStatus.NOT_FOUND, "The image's file is gone."), gone);
        } catch (UnreadableImage broken) {
            throw new ErrorResponseException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    problem(HttpStatus.UNPROCESSABLE_CONTENT, "The image cannot be read; its original can."),
                    broken);
        } catch (StorageException away) {
            throw new ErrorResponseException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    problem(HttpStatus.SERVICE_UNAVAILABLE, "The images cannot be read at the moment."),
                    away);
        }
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    private static MediaType mediaType(GeneratedImage image, Rendition rendition) {
        return rendition == Rendition.ORIGINAL
                ? MediaType.parseMediaType(image.mediaType())
                : MediaType.parseMediaType("image/webp");
    }
}
