package org.genonaut.generation.api;

import java.util.UUID;
import org.genonaut.account.CurrentAccount;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationImages;
import org.genonaut.generation.GenerationNotFound;
import org.genonaut.generation.ImageId;
import org.genonaut.generation.Previews;
import org.genonaut.storage.Rendition;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Images and previews for pages, whose browser has a session. */
@RestController
@RequestMapping("/media")
class MediaController {

    private final GenerationImages images;
    private final Previews previews;
    private final CurrentAccount account;
    private final ImageAnswer answer;

    MediaController(GenerationImages images, Previews previews, CurrentAccount account, ImageAnswer answer) {
        this.images = images;
        this.previews = previews;
        this.account = account;
        this.answer = answer;
    }

    /** @param rendition {@code original}, {@code view}, {@code 512} or {@code 256} */
    @GetMapping("/{image}/{rendition}")
    ResponseEntity<Resource> image(
            @PathVariable UUID image, @PathVariable String rendition, @RequestHeader HttpHeaders headers) {
        var found = images.find(account.id(), new ImageId(image)).orElseThrow(GenerationNotFound::new);
        return answer.of(found, Rendition.of(rendition).orElseThrow(GenerationNotFound::new), headers);
    }

    /**
     * The newest preview; 204 when there is none, for a run may end between its page's naming a preview and the browser's
     * asking for it, which is nobody's error.
     *
     * @param number only tells the browser that this preview is another
     */
    @GetMapping("/previews/{generation}/{number}")
    ResponseEntity<byte[]> preview(@PathVariable UUID generation, @PathVariable long number) {
        return previews.find(account.id(), new GenerationId(generation))
                .map(shown -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(shown.mediaType()))
                        .cacheControl(CacheControl.noStore())
                        .body(shown.bytes()))
                .orElseGet(() -> ResponseEntity.noContent()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }
}
