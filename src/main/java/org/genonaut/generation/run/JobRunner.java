package org.genonaut.generation.run;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.comfyui.ClientId;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.Execution;
import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.Workflow;
import org.genonaut.generation.FailureKind;
import org.genonaut.generation.RequestStandings;
import org.genonaut.generation.draft.Violation;
import org.genonaut.generation.draft.ViolationsJson;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.JobEnds;
import org.genonaut.generation.queue.Leases;
import org.genonaut.generation.queue.Measured;
import org.genonaut.generation.queue.Wakeup;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.watch.ProgressBoard;
import org.genonaut.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Takes one claimed job through its backend, on a virtual thread of its own, and writes down how it ended. */
@Component
class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final Fleet fleet;
    private final JobWorkflows workflows;
    private final RequestStandings requests;
    private final ImageCollector images;
    private final JobEnds ends;
    private final Leases leases;
    private final ProgressBoard board;
    private final Runs runs;
    private final RunProperties properties;
    private final Wakeup wakeup;
    private final Clock clock;

    JobRunner(
            Fleet fleet,
            JobWorkflows workflows,
            RequestStandings requests,
            ImageCollector images,
            JobEnds ends,
            Leases leases,
            ProgressBoard board,
            Runs runs,
            RunProperties properties,
            Wakeup wakeup,
            Clock clock) {
        this.fleet = fleet;
        this.workflows = workflows;
        this.requests = requests;
        this.images = images;
        this.ends = ends;
        this.leases = leases;
        this.board = board;
        this.runs = runs;
        this.properties = properties;
        this.wakeup = wakeup;
        this.clock = clock;
    }

    /** Begins at once and returns. */
    void start(Claim claim) {
        var run = new Run(claim, clock.instant());
        runs.add(run);
        var thread = Thread.ofVirtual().name("job-" + claim.job()).unstarted(() -> follow(run));
        run.on(thread);
        thread.start();
    }

    private void follow(Run run) {
        var claim = run.claim();
        log.info("Job {} attempt {} {} on {}", claim.job(), claim.attempt().number(), verb(claim), claim.backend());
        try {
            var result = execute(run);
            run.settle();
            settle(run, result);
        } catch (InterruptedException letGo) {
            log.info("Job {} let go", claim.job());
        } catch (DataIntegrityViolationException ours) {
            // It would be violated again at every other try.
            log.error("Job {} does not fit into the database", claim.job(), ours);
            end(
                    claim,
                    Verdict.onInternal("DataIntegrityViolation", claim.attempt().number()));
        } catch (DataAccessException databaseAway) {
            // The lease runs out; whoever takes over asks ComfyUI what became of the prompt.
            log.error("Job {} is left to its lease", claim.job(), databaseAway);
        } catch (RuntimeException unexpected) {
            log.error("Job {} failed in an unexpected way", claim.job(), unexpected);
            end(claim, Verdict.onInternal(unexpected.toString(), claim.attempt().number()));
        } finally {
            runs.remove(run);
            board.left(claim);
            wakeup.wake();
        }
    }

    private static String verb(Claim claim) {
        return claim.resumed() ? "is followed again" : "begins";
    }

    private ExecutionResult execute(Run run) throws InterruptedException {
        var claim = run.claim();
        var standing = requests.of(claim.request());
        var listener = run.timed(board.follow(claim, standing));
        ComfyUIClient comfyUI;
        try {
            comfyUI = fleet.client(claim.backend());
        } catch (IllegalStateException notInUse) {
            return new ExecutionResult.Unreachable("The backend is not in use any more", false);
        }
        if (claim.resumed()) {
            return comfyUI.attach(promptId(claim), new ClientId(claim.attempt().clientId()), listener);
        }
        return post(claim, comfyUI, standing.parameters(), listener);
    }

    private ExecutionResult post(
            Claim claim, ComfyUIClient comfyUI, GenerationParameters parameters, ExecutionListener listener)
            throws InterruptedException {
        Workflow workflow;
        try {
            workflow = workflows.of(claim, parameters);
        } catch (ModelGone gone) {
            return new ExecutionResult.ModelMissing(gone.model(), gone.input(), "No longer on this backend");
        }
        if (!leases.holds(claim)) {
            throw new InterruptedException("The claim was lost before the prompt was sent");
        }
        ends.posted(claim);
        return comfyUI.execute(
                new Execution(promptId(claim), new ClientId(claim.attempt().clientId()), workflow), listener);
    }

    private static PromptId promptId(Claim claim) {
        return new PromptId(claim.attempt().promptId());
    }

    private void settle(Run run, ExecutionResult result) throws InterruptedException {
        var claim = run.claim();
        switch (result) {
            case ExecutionResult.Success success -> keep(run, success);
            case ExecutionResult.Interrupted interrupted
            when run.isTimedOut() -> end(claim, Verdict.onTimeOut(properties.timeLimit()));
            case ExecutionResult.Failure failure ->
                end(claim, Verdict.on(failure, claim.attempt().number()).because(refused(claim, failure)));
        }
    }

    private List<Violation> refused(Claim claim, ExecutionResult.Failure failure) {
        var parameters = requests.of(claim.request()).parameters();
        var backend = fleet.find(claim.backend()).map(Backend::name).orElse("ComfyUI");
        return new RefusedInputs(parameters, backend).of(failure);
    }

    private void keep(Run run, ExecutionResult.Success success) throws InterruptedException {
        var claim = run.claim();
        var comfyUI = fleet.client(claim.backend());
        try {
            var batchSize = requests.of(claim.request()).parameters().batchSize();
            var stored = images.collect(comfyUI, claim, success.images(), batchSize);
            if (isComplete(claim, stored, run.measured(success))) {
                log.info(
                        "Job {} finished with {} images in {}",
                        claim.job(),
                        stored.images().size(),
                        success.elapsed());
                stored.prepareRenditions();
                tell(claim);
            } else {
                log.warn("Job {} was taken by somebody else before it ended", claim.job());
                stored.discard();
            }
        } catch (ComfyUIException notFetched) {
            end(claim, Verdict.onNotFetched(notFetched, claim.attempt().number()));
        } catch (StorageException | UncheckedIOException notStored) {
            log.error("The images of job {} could not be stored", claim.job(), notStored);
            end(
                    claim,
                    Verdict.onNotStored(
                            String.valueOf(notStored.getMessage()),
                            claim.attempt().number()));
        }
    }

    private boolean isComplete(Claim claim, ImageCollector.Stored stored, Measured measured) {
        try {
            return ends.complete(claim, stored.images(), measured);
        } catch (DataIntegrityViolationException e) {
            stored.discard();
            throw e;
        }
    }

    private void end(Claim claim, Verdict verdict) {
        if (verdict.kind() == FailureKind.UNREACHABLE) {
            fleet.suspect(claim.backend());
        }
        var ended = leases.isCancelRequested(claim)
                ? ends.cancelled(claim)
                : end(claim, verdict, verdict.kind().word());
        if (ended) {
            log.info("Job {} attempt {} ended: {}", claim.job(), claim.attempt().number(), verdict.kind());
            tell(claim);
        }
    }

    private boolean end(Claim claim, Verdict verdict, String kind) {
        return switch (verdict) {
            case Verdict.Again again ->
                ends.retry(
                        claim,
                        kind,
                        again.details(),
                        properties.pauseAfter(claim.attempt().number()));
            case Verdict.Over over ->
                ends.fail(claim, kind, over.sentence(), over.details(), ViolationsJson.write(over.violations()));
        };
    }

    private void tell(Claim claim) {
        board.ended(claim, requests.of(claim.request()));
    }
}
