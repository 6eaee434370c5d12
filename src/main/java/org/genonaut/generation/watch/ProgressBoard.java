package org.genonaut.generation.watch;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.Preview;
import org.genonaut.generation.GenerationEvent;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.Previews;
import org.genonaut.generation.RequestStandings.Standing;
import org.genonaut.generation.queue.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds the progress of a request's jobs into one, wherever they run, and tells whoever watches. */
@Component
public class ProgressBoard {

    /** Each entry changes and is published in one step, so that no older state overtakes a newer one. */
    private final Map<GenerationId, RequestProgress> requests = new ConcurrentHashMap<>();

    /** What ended while somebody watched: an answer of the database that was on its way knows less. */
    private final Set<GenerationId> over = ConcurrentHashMap.newKeySet();

    private final GenerationEvents events;
    private final Previews previews;
    private final Fleet fleet;
    private final ProgressWriter writer;

    ProgressBoard(GenerationEvents events, Previews previews, Fleet fleet, ProgressWriter writer) {
        this.events = events;
        this.previews = previews;
        this.fleet = fleet;
        this.writer = writer;
    }

    /** A listener for one job that this node runs. */
    public ExecutionListener follow(Claim claim, Standing standing) {
        var backend = fleet.find(claim.backend()).map(Backend::name).orElse(null);
        var job = new JobProgress(claim.job(), id(claim), claim.number(), backend, ExecutionProgress.queued());
        requests.compute(id(claim), (id, known) -> {
            var request = known == null ? new RequestProgress(standing.jobs()) : known;
            request.ended(standing.ended(), standing.images());
            request.begin(claim.number(), backend);
            return publish(id, request);
        });
        writer.report(job);
        return new Followed(claim, job);
    }

    private final class Followed implements ExecutionListener {

        private final Claim claim;
        private JobProgress job;

        Followed(Claim claim, JobProgress job) {
            this.claim = claim;
            this.job = job;
        }

        @Override
        public void progressed(ExecutionProgress progress) {
            job = job.at(progress);
            writer.report(job);
            requests.computeIfPresent(id(claim), (id, request) -> {
                request.progressed(job.number(), job.backend(), progress);
                return publish(id, request);
            });
        }

        @Override
        public void previewed(Preview preview) {
            requests.computeIfPresent(id(claim), (id, request) -> {
                if (request.leads(job.number())) {
                    previews.show(id, claim.account(), preview.mediaType(), preview.bytes());
                    writer.show(job.job(), preview);
                    publish(id, request);
                }
                return request;
            });
        }
    }

    /** A job of this node ended, or is to be tried again; its images can be seen. */
    public void ended(Claim claim, Standing standing) {
        writer.ended(claim.job());
        if (standing.status().isOpen()) {
            requests.computeIfPresent(id(claim), (id, request) -> {
                request.finished(claim.number(), standing.ended(), standing.images());
                return publish(id, request);
            });
        } else {
            end(id(claim), standing.status());
        }
        events.listChanged(claim.account());
    }

    /** This node has nothing to do with a job any more, whether it ended or goes on elsewhere. */
    public void left(Claim claim) {
        writer.left(claim.job());
        requests.computeIfPresent(id(claim), (id, request) -> {
            request.left(claim.number());
            return request;
        });
    }

    /** Which of these are open and may have something to tell that this node does not know; forgets all others. */
    Set<GenerationId> toAskFor(Set<GenerationId> watched) {
        over.retainAll(watched);
        for (var id : Set.copyOf(requests.keySet())) {
            if (!watched.contains(id)) {
                requests.computeIfPresent(id, this::keptWhileItRuns);
            }
        }
        return watched.stream()
                .filter(id -> !over.contains(id) && !runsWhollyHere(id))
                .collect(Collectors.toSet());
    }

    private @Nullable RequestProgress keptWhileItRuns(GenerationId id, RequestProgress request) {
        if (request.runsHere()) {
            return request;
        }
        previews.forget(id);
        events.forget(id);
        return null;
    }

    private boolean runsWhollyHere(GenerationId id) {
        var request = requests.get(id);
        return request != null && request.runsWhollyHere();
    }

    /** What the database tells of a generation that is watched here. */
    void heard(StoredStanding standing) {
        switch (standing.status()) {
            case PENDING -> waits(standing.id());
            case PROCESSING -> runs(standing);
            case COMPLETED, FAILED, CANCELLED -> end(standing.id(), standing.status());
        }
    }

    private void waits(GenerationId generation) {
        requests.computeIfAbsent(generation, id -> {
            if (!over.contains(id)) {
                events.publish(new GenerationEvent.Waiting(id));
            }
            return null;
        });
    }

    private void runs(StoredStanding standing) {
        requests.compute(standing.id(), (id, known) -> {
            if (over.contains(id)) {
                return known;
            }
            var request = known == null ? new RequestProgress(standing.jobs()) : known;
            request.heard(standing);
            request.previewElsewhere()
                    .ifPresent(job -> previews.showStored(id, job.state().job(), job.preview()));
            return publish(id, request);
        });
    }

    private void end(GenerationId generation, GenerationStatus status) {
        requests.compute(generation, (id, request) -> {
            over.add(id);
            previews.forget(id);
            events.publish(new GenerationEvent.Ended(id, status));
            return null;
        });
    }

    private RequestProgress publish(GenerationId id, RequestProgress request) {
        events.publish(request.event(id, previews.number(id)));
        return request;
    }

    private static GenerationId id(Claim claim) {
        return new GenerationId(claim.request());
    }
}
