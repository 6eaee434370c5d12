package org.genonaut.generation.api;

import java.util.UUID;
import org.genonaut.account.CurrentAccount;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationImages;
import org.genonaut.generation.GenerationNotFound;
import org.genonaut.storage.Rendition;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The images of a generation, for programs. */
@RestController
@RequestMapping("/api/generation/{id}")
class ImageController {

    private final GenerationImages images;
    private final CurrentAccount account;
    private final ImageAnswer answer;

    ImageController(GenerationImages images, CurrentAccount account, ImageAnswer answer) {
        this.images = images;
        this.account = account;
        this.answer = answer;
    }

    /** The original as ComfyUI made it. */
    @GetMapping("/images/{number}")
    ResponseEntity<Resource> original(
            @PathVariable UUID id, @PathVariable int number, @RequestHeader HttpHeaders headers) {
        return answer.of(find(id, number), Rendition.ORIGINAL, headers);
    }

    /** At most 512 pixels on its longest side; made on demand. */
    @GetMapping("/thumbnails/{number}")
    ResponseEntity<Resource> thumbnail(
            @PathVariable UUID id, @PathVariable int number, @RequestHeader HttpHeaders headers) {
        return answer.of(find(id, number), Rendition.W512, headers);
    }

    private GeneratedImage find(UUID id, int number) {
        return images.find(account.id(), new GenerationId(id), number).orElseThrow(GenerationNotFound::new);
    }
}
