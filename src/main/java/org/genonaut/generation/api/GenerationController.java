package org.genonaut.generation.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.genonaut.account.CurrentAccount;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationEvent;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationNotFound;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.forecast.Receipts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Generations for programs: submit, follow, list, delete. */
@RestController
@RequestMapping("/api/generation")
class GenerationController {

    private final GenerationService generations;
    private final GenerationEvents events;
    private final Receipts receipts;
    private final CurrentAccount account;

    GenerationController(
            GenerationService generations, GenerationEvents events, Receipts receipts, CurrentAccount account) {
        this.generations = generations;
        this.events = events;
        this.receipts = receipts;
        this.account = account;
    }

    @PostMapping("/request")
    ResponseEntity<GenerationBody> submit(
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "Short", value = RequestExamples.SHORT),
                                                @ExampleObject(
                                                        name = "Stable Diffusion, everything said",
                                                        value = RequestExamples.STABLE_DIFFUSION),
                                                @ExampleObject(name = "Flux", value = RequestExamples.FLUX)
                                            }))
                    GenerationDraft draft) {
        var id = generations.submit(account.id(), draft);
        return ResponseEntity.accepted()
                .location(URI.create("/api/generation/" + id))
                .body(body(find(id)));
    }

    @GetMapping("/{id}")
    GenerationBody get(@PathVariable UUID id) {
        return body(find(new GenerationId(id)));
    }

    /** Newest first. */
    @GetMapping("/list")
    Page list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(GenerationService.MAX_LIST) int limit,
            @RequestParam(required = false) @Nullable UUID before) {
        var page = generations.list(account.id(), before == null ? null : new GenerationId(before), limit);
        var next = page.next() == null ? null : "/api/generation/list?limit=" + limit + "&before=" + page.next();
        return new Page(page.items().stream().map(this::body).toList(), next);
    }

    /** Cancels what is open, moves to the trash what has ended. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        generations.delete(account.id(), new GenerationId(id));
    }

    /** @param next path of the next page; null on the last */
    record Page(List<GenerationBody> items, @Nullable String next) {}

    private Generation find(GenerationId id) {
        return generations.find(account.id(), id).orElseThrow(GenerationNotFound::new);
    }

    private GenerationBody body(Generation generation) {
        return GenerationBody.of(generation, account.get().name(), progress(generation), queue(generation));
    }

    private GenerationBody.@Nullable Queue queue(Generation generation) {
        return generation.waits()
                ? receipts.of(account.id(), generation.id())
                        .map(GenerationBody.Queue::of)
                        .orElse(null)
                : null;
    }

    private double progress(Generation generation) {
        return switch (generation.status()) {
            case COMPLETED -> 1;
            case PENDING, FAILED, CANCELLED -> 0;
            case PROCESSING -> Math.max(generation.progress(), heard(generation.id()));
        };
    }

    /** The newest, when this node knows it. */
    private double heard(GenerationId id) {
        return events.present(id).orElse(null) instanceof GenerationEvent.Running running ? running.fraction() : 0;
    }
}
