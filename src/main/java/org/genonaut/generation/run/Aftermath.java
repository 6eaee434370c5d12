package org.genonaut.generation.run;

import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.PromptId;
import org.genonaut.generation.pace.Paces;
import org.genonaut.generation.queue.Attempts;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.Claims;
import org.genonaut.generation.queue.LoadedModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does at once to a backend what a failure asks for, and finds out what the job has been through. */
@Component
class Aftermath {

    private static final Logger log = LoggerFactory.getLogger(Aftermath.class);

    private final Fleet fleet;
    private final ModelCatalog catalog;
    private final Attempts attempts;
    private final Claims claims;
    private final LoadedModels loaded;
    private final Paces paces;

    Aftermath(Fleet fleet, ModelCatalog catalog, Attempts attempts, Claims claims, LoadedModels loaded, Paces paces) {
        this.fleet = fleet;
        this.catalog = catalog;
        this.attempts = attempts;
        this.claims = claims;
        this.loaded = loaded;
        this.paces = paces;
    }

    Tried of(Run run, ExecutionResult.Failure failure) {
        var claim = run.claim();
        return switch (failure) {
            case ExecutionResult.Stuck(var why) -> {
                fleet.quarantine(claim.backend(), standing(claim), why);
                yield tried(run);
            }
            case ExecutionResult.ModelMissing(var file, var input, var message) -> {
                strike(claim, file, input);
                yield tried(run).elsewhere(claims.isServable(claim.job()));
            }
            case ExecutionResult.OutOfMemory outOfMemory -> {
                free(claim);
                yield tried(run)
                        .elsewhere(isLargerCardThere(claim))
                        .withWorked(paces.largestThatWorked(claim.baseModel()));
            }
            case ExecutionResult.Lost lost -> {
                loaded.forget(claim.backend());
                yield crashed(run);
            }
            case ExecutionResult.Unreachable away -> crashed(run);
            case ExecutionResult.Rejected rejected -> tried(run);
            case ExecutionResult.NodeFailed failed -> tried(run);
            case ExecutionResult.NothingProduced nothing -> tried(run);
            case ExecutionResult.Interrupted interrupted -> tried(run);
        };
    }

    /** The prompt that stands still there: ours may only wait behind it, and be deleted. */
    private PromptId standing(Claim claim) {
        var own = new PromptId(claim.attempt().promptId());
        try {
            return fleet.client(claim.backend()).server().running().orElse(own);
        } catch (ComfyUIException | IllegalStateException away) {
            return own;
        }
    }

    Tried tried(Run run) {
        return Tried.times(attempts.tries(run.claim().job()));
    }

    /** When it had not begun, its backend did not go away over it. */
    private Tried crashed(Run run) {
        return run.hasStarted() ? tried(run).crashed(attempts.crashes(run.claim())) : tried(run);
    }

    /** Bytes of the card that ran it. */
    long vram(Claim claim) {
        return fleet.find(claim.backend()).map(Backend::vram).orElse(0L);
    }

    private boolean isLargerCardThere(Claim claim) {
        long here = vram(claim);
        return fleet.backends().stream()
                .filter(Backend::takesJobs)
                .filter(backend -> backend.vram() > here)
                .anyMatch(backend -> claims.isServable(claim.job(), backend.id()));
    }

    private void free(Claim claim) {
        loaded.forget(claim.backend());
        try {
            fleet.client(claim.backend()).server().free();
        } catch (ComfyUIException | IllegalStateException away) {
            log.info("Backend {} could not be told to free its memory: {}", claim.backend(), away.getMessage());
        }
    }

    private void strike(Claim claim, String file, String input) {
        switch (input) {
            case "ckpt_name" -> catalog.missing(claim.backend(), ModelType.CHECKPOINT, file);
            case "lora_name" -> catalog.missing(claim.backend(), ModelType.LORA, file);
            case "vae_name" -> catalog.missing(claim.backend(), ModelType.VAE, file);
            default -> log.warn("Backend {} lacks a file for an input that is none of ours", claim.backend());
        }
    }
}
