package org.genonaut.generation.run;

import java.time.Duration;
import org.genonaut.backend.Fleet;
import org.genonaut.comfyui.ClientId;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.Execution;
import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.Workflow;
import org.genonaut.generation.RequestStandings;
import org.genonaut.generation.pace.Paces;
import org.genonaut.generation.queue.Attempts;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.Leases;
import org.genonaut.generation.queue.Wakeup;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.watch.ProgressBoard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes one claimed job through its backend, on a virtual thread of its own. */
@Component
class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final Fleet fleet;
    private final JobWorkflows workflows;
    private final RequestStandings requests;
    private final Settlement settlement;
    private final Attempts attempts;
    private final Leases leases;
    private final ProgressBoard board;
    private final Runs runs;
    private final Interrupts interrupts;
    private final QueueingTime queueing;
    private final Paces paces;
    private final Wakeup wakeup;

    JobRunner(
            Fleet fleet,
            JobWorkflows workflows,
            RequestStandings requests,
            Settlement settlement,
            Attempts attempts,
            Leases leases,
            ProgressBoard board,
            Runs runs,
            Interrupts interrupts,
            QueueingTime queueing,
            Paces paces,
            Wakeup wakeup) {
        this.fleet = fleet;
        this.workflows = workflows;
        this.requests = requests;
        this.settlement = settlement;
        this.attempts = attempts;
        this.leases = leases;
        this.board = board;
        this.runs = runs;
        this.interrupts = interrupts;
        this.queueing = queueing;
        this.paces = paces;
        this.wakeup = wakeup;
    }

    /** Begins at once and returns. */
    void start(Claim claim) {
        var run = new Run(claim, expected(claim));
        runs.add(run);
        var thread = Thread.ofVirtual().name("job-" + claim.job()).unstarted(() -> follow(run));
        run.on(thread);
        thread.start();
    }

    private Duration expected(Claim claim) {
        return paces.expectedRun(claim.backend(), claim.baseModel(), claim.work())
                .mean();
    }

    private void follow(Run run) {
        var claim = run.claim();
        log.info("Job {} attempt {} {} on {}", claim.job(), claim.attempt().number(), verb(claim), claim.backend());
        try {
            var result = execute(run);
            run.settle(result);
            wakeup.wake();
            settlement.settle(run, result);
        } catch (InterruptedException letGo) {
            log.info("Job {} let go", claim.job());
        } catch (DataIntegrityViolationException ours) {
            // It would be violated again at every other try.
            log.error("Job {} does not fit into the database", claim.job(), ours);
            settlement.internal(run, "DataIntegrityViolation");
        } catch (DataAccessException | TransactionException databaseAway) {
            // The lease runs out; whoever takes over asks ComfyUI what became of the prompt.
            log.error("Job {} is left to its lease: {}", claim.job(), databaseAway.getMessage());
        } catch (RuntimeException unexpected) {
            log.error("Job {} failed in an unexpected way", claim.job(), unexpected);
            settlement.internal(run, unexpected.toString());
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
        var listener = listener(run, board.follow(claim, standing));
        ComfyUIClient comfyUI;
        try {
            comfyUI = fleet.client(claim.backend());
        } catch (IllegalStateException notInUse) {
            return new ExecutionResult.Unreachable("The backend is not in use any more", claim.resumed());
        }
        return claim.resumed()
                ? comfyUI.attach(promptId(claim), clientId(claim), listener)
                : post(run, comfyUI, standing.parameters(), listener);
    }

    private ExecutionListener listener(Run run, ExecutionListener watchers) {
        return new RunListener(
                run, watchers, () -> accepted(run), () -> inBackground(run, () -> attempts.started(run.claim())));
    }

    /** A cancel of this moment found nothing to interrupt at the backend. */
    private void accepted(Run run) {
        queueing.took(run.age());
        wakeup.wake();
        inBackground(run, () -> interrupts.ifCancelRequested(run.claim()));
    }

    /** What may wait for the database must not keep the socket's messages waiting. */
    private static void inBackground(Run run, Runnable act) {
        Thread.ofVirtual().name("note-" + run.claim().job()).start(() -> {
            try {
                act.run();
            } catch (DataAccessException | TransactionException databaseAway) {
                log.debug("Job {} goes on without a note: {}", run.claim().job(), databaseAway.getMessage());
            }
        });
    }

    private ExecutionResult post(
            Run run, ComfyUIClient comfyUI, GenerationParameters parameters, ExecutionListener listener)
            throws InterruptedException {
        var claim = run.claim();
        Workflow workflow;
        try {
            workflow = workflows.of(claim, parameters);
        } catch (ModelGone gone) {
            return new ExecutionResult.ModelMissing(gone.model(), gone.input(), "No longer on this backend");
        }
        return switch (leases.post(claim)) {
            case LOST -> throw new InterruptedException("The claim was lost before the prompt was sent");
            case CANCEL_REQUESTED -> new ExecutionResult.Interrupted();
            case HELD -> comfyUI.execute(new Execution(promptId(claim), clientId(claim), workflow), listener);
        };
    }

    private static PromptId promptId(Claim claim) {
        return new PromptId(claim.attempt().promptId());
    }

    private static ClientId clientId(Claim claim) {
        return new ClientId(claim.attempt().clientId());
    }
}
