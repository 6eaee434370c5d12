package org.genonaut.generation.run;

import java.io.UncheckedIOException;
import java.util.List;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.generation.FailureKind;
import org.genonaut.generation.RequestStandings;
import org.genonaut.generation.draft.Violation;
import org.genonaut.generation.draft.ViolationsJson;
import org.genonaut.generation.queue.Again;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.Failure;
import org.genonaut.generation.queue.JobEnds;
import org.genonaut.generation.queue.Leases;
import org.genonaut.generation.queue.Leases.Standing;
import org.genonaut.generation.watch.ProgressBoard;
import org.genonaut.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down how an attempt ended, and what that means for its job. */
@Component
class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final Fleet fleet;
    private final RequestStandings requests;
    private final ImageCollector images;
    private final Aftermath aftermath;
    private final JobEnds ends;
    private final Leases leases;
    private final ProgressBoard board;
    private final RunProperties properties;

    Settlement(
            Fleet fleet,
            RequestStandings requests,
            ImageCollector images,
            Aftermath aftermath,
            JobEnds ends,
            Leases leases,
            ProgressBoard board,
            RunProperties properties) {
        this.fleet = fleet;
        this.requests = requests;
        this.images = images;
        this.aftermath = aftermath;
        this.ends = ends;
        this.leases = leases;
        this.board = board;
        this.properties = properties;
    }

    void settle(Run run, ExecutionResult result) throws InterruptedException {
        switch (result) {
            case ExecutionResult.Success success -> keep(run, success);
            case ExecutionResult.Interrupted interrupted
            when run.overdue().isPresent() ->
                end(run, Verdict.onTimeOut(run.overdue().get()));
            case ExecutionResult.Interrupted interrupted when run.isTakenBack() -> giveBack(run);
            case ExecutionResult.Failure failure -> {
                var tried = aftermath.of(run, failure);
                end(run, Verdict.on(failure, tried).because(refused(run.claim(), failure)));
            }
        }
    }

    /** We ourselves failed. */
    void internal(Run run, String details) {
        end(run, Verdict.onInternal(details, aftermath.tried(run)));
    }

    private List<Violation> refused(Claim claim, ExecutionResult.Failure failure) {
        var parameters = requests.of(claim.request()).parameters();
        var backend = fleet.find(claim.backend()).map(Backend::name).orElse("ComfyUI");
        return new RefusedInputs(parameters, backend).of(failure);
    }

    private void keep(Run run, ExecutionResult.Success success) throws InterruptedException {
        var claim = run.claim();
        try {
            var batchSize = requests.of(claim.request()).parameters().batchSize();
            var stored = images.collect(fleet.client(claim.backend()), claim, success.images(), batchSize);
            var complete = stored.handOver(files -> ends.complete(claim, files, run.measured(success)));
            if (complete) {
                log.info(
                        "Job {} finished with {} images in {}",
                        claim.job(),
                        stored.images().size(),
                        success.elapsed());
                tell(claim);
            } else {
                log.warn("Job {} was taken by somebody else before it ended", claim.job());
            }
        } catch (ComfyUIException notFetched) {
            end(run, Verdict.onNotFetched(notFetched, aftermath.tried(run)));
        } catch (StorageException | UncheckedIOException notStored) {
            log.error("The images of job {} could not be stored", claim.job(), notStored);
            end(run, Verdict.onNotStored(String.valueOf(notStored.getMessage()), aftermath.tried(run)));
        }
    }

    private void end(Run run, Verdict verdict) {
        var claim = run.claim();
        if (verdict.kind() == FailureKind.UNREACHABLE) {
            fleet.suspect(claim.backend());
        }
        boolean ended = switch (leases.standing(claim)) {
            case LOST -> false;
            case CANCEL_REQUESTED -> ends.cancelled(claim, run.soFar());
            case HELD -> write(run, verdict);
        };
        if (ended) {
            log.info("Job {} attempt {} ended: {}", claim.job(), claim.attempt().number(), verdict.kind());
            tell(claim);
        }
    }

    private boolean write(Run run, Verdict verdict) {
        var claim = run.claim();
        var kind = verdict.kind().word();
        return switch (verdict) {
            case Verdict.Again(var why, var details, var unsettled) ->
                ends.retry(
                        claim,
                        new Again(
                                kind,
                                details,
                                properties.pauseAfter(aftermath.tried(run).tries()),
                                FailureRule.of(why).elsewhere(),
                                why == FailureKind.OUT_OF_MEMORY ? aftermath.vram(claim) : 0,
                                unsettled));
            case Verdict.Over(var why, var sentence, var details, var unsettled, var violations) ->
                ends.fail(
                        claim,
                        new Failure(kind, sentence, details, ViolationsJson.write(violations), unsettled),
                        run.soFar());
        };
    }

    /** It waits on, as if it had never been given to that backend. */
    private void giveBack(Run run) {
        if (leases.standing(run.claim()) == Standing.CANCEL_REQUESTED) {
            end(run, new Verdict.Again(FailureKind.INTERRUPTED, "", false));
        } else {
            ends.giveBack(run.claim());
        }
    }

    private void tell(Claim claim) {
        board.ended(claim, requests.of(claim.request()));
    }
}
