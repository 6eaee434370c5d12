package org.genonaut.generation.run;

import org.genonaut.backend.Fleet;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.PromptId;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.Leases;
import org.genonaut.generation.queue.Leases.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stops prompts at their backends, as long as they are ours. */
@Component
class Interrupts {

    private static final Logger log = LoggerFactory.getLogger(Interrupts.class);

    private final Fleet fleet;
    private final Leases leases;

    Interrupts(Fleet fleet, Leases leases) {
        this.fleet = fleet;
        this.leases = leases;
    }

    void ifCancelRequested(Claim claim) {
        if (leases.standing(claim) == Standing.CANCEL_REQUESTED) {
            send(claim);
        }
    }

    void ifHeld(Claim claim) {
        if (leases.standing(claim) != Standing.LOST) {
            send(claim);
        }
    }

    private void send(Claim claim) {
        try {
            fleet.client(claim.backend()).cancel(new PromptId(claim.attempt().promptId()));
        } catch (ComfyUIException | IllegalStateException away) {
            log.warn("Job {} could not be interrupted yet: {}", claim.job(), away.getMessage());
        }
    }
}
