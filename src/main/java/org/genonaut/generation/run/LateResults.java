package org.genonaut.generation.run;

import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.PromptState;
import org.genonaut.generation.RequestStandings;
import org.genonaut.generation.queue.Attempts;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.LateEnds;
import org.genonaut.generation.queue.LateEnds.Use;
import org.genonaut.generation.queue.Measured;
import org.genonaut.generation.watch.ProgressBoard;
import org.genonaut.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks what became of attempts that were given up while their prompt might still run, and takes their pictures: made is
 * made, even when we had stopped to wait for it.
 */
@Component
class LateResults {

    private static final Logger log = LoggerFactory.getLogger(LateResults.class);

    private final Fleet fleet;
    private final Attempts attempts;
    private final LateEnds ends;
    private final ImageCollector images;
    private final RequestStandings requests;
    private final ProgressBoard board;

    LateResults(
            Fleet fleet,
            Attempts attempts,
            LateEnds ends,
            ImageCollector images,
            RequestStandings requests,
            ProgressBoard board) {
        this.fleet = fleet;
        this.attempts = attempts;
        this.ends = ends;
        this.images = images;
        this.requests = requests;
        this.board = board;
    }

    /** Asks the backends that answer, each on a thread of its own, so that a slow one delays no other. */
    void adopt() {
        var answering = fleet.backends().stream()
                .filter(Backend::answers)
                .map(backend -> backend.id().value())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            attempts.unsettled(answering).forEach(attempt -> threads.execute(() -> adoptSafely(attempt)));
        }
    }

    private void adoptSafely(Claim attempt) {
        try {
            adopt(attempt);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ComfyUIException | StorageException | UncheckedIOException | IllegalStateException notNow) {
            log.info("A late result of job {} cannot be had yet: {}", attempt.job(), notNow.getMessage());
        }
    }

    private void adopt(Claim attempt) throws InterruptedException {
        switch (ends.use(attempt)) {
            case NONE -> attempts.settle(attempt);
            case PERHAPS_LATER -> log.trace("Job {} is at work elsewhere", attempt.job());
            case WELCOME -> look(attempt, fleet.client(attempt.backend()));
        }
    }

    private void look(Claim attempt, ComfyUIClient comfyUI) throws InterruptedException {
        switch (comfyUI.look(new PromptId(attempt.attempt().promptId()))) {
            case PromptState.Ended(ExecutionResult.Success success) -> take(attempt, comfyUI, success);
            case PromptState.Ended(ExecutionResult.Failure failure) -> attempts.settle(attempt);
            case PromptState.Unknown unknown -> attempts.settle(attempt);
            case PromptState.Waiting waiting -> log.trace("Job {} still waits there", attempt.job());
            case PromptState.Running running -> log.trace("Job {} still runs there", attempt.job());
        }
    }

    private void take(Claim attempt, ComfyUIClient comfyUI, ExecutionResult.Success success)
            throws InterruptedException {
        var batchSize = requests.of(attempt.request()).parameters().batchSize();
        var stored = images.collect(comfyUI, attempt, success.images(), batchSize);
        var measured = new Measured(success.elapsed(), java.time.Duration.ZERO, success.cached());
        if (stored.handOver(files -> ends.adopt(attempt, files, measured) == Use.WELCOME)) {
            log.info(
                    "Job {} got a late result of attempt {}",
                    attempt.job(),
                    attempt.attempt().number());
            board.ended(attempt, requests.of(attempt.request()));
        }
    }
}
