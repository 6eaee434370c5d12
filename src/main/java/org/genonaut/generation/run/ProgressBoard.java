package org.genonaut.generation.run;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.genonaut.backend.Fleet;
import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.Preview;
import org.genonaut.generation.GenerationEvent;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.Previews;
import org.genonaut.generation.queue.Claim;
import org.springframework.stereotype.Component;

/** Folds the progress of a request's jobs into one, and tells whoever watches. */
@Component
class ProgressBoard {

    private final Map<UUID, RequestProgress> requests = new ConcurrentHashMap<>();
    private final GenerationEvents events;
    private final Previews previews;
    private final Fleet fleet;

    ProgressBoard(GenerationEvents events, Previews previews, Fleet fleet) {
        this.events = events;
        this.previews = previews;
        this.fleet = fleet;
    }

    /**
     * A listener for one job.
     *
     * @param jobs how many jobs its request has
     * @param jobsDone how many of those have ended already
     * @param imagesDone how many images those left
     */
    ExecutionListener follow(Claim claim, int jobs, int jobsDone, int imagesDone) {
        var request = requests.computeIfAbsent(claim.request(), id -> new RequestProgress(jobs));
        request.ended(jobsDone, imagesDone);
        var backend = fleet.find(claim.backend()).map(found -> found.name()).orElse(null);
        request.begin(claim.number(), backend);
        publish(claim);
        return new ExecutionListener() {
            @Override
            public void progressed(ExecutionProgress progress) {
                request.progressed(claim.number(), backend, progress);
                publish(claim);
            }

            @Override
            public void previewed(Preview preview) {
                if (request.leads(claim.number())) {
                    previews.show(id(claim), claim.account(), preview.mediaType(), preview.bytes());
                    publish(claim);
                }
            }
        };
    }

    /** A job ended; its images can be seen. */
    void ended(Claim claim, int jobsDone, int imagesDone, GenerationStatus status) {
        if (status.isOpen()) {
            var request = requests.get(claim.request());
            if (request != null) {
                request.finished(claim.number(), jobsDone, imagesDone);
                publish(claim);
            }
        } else {
            requests.remove(claim.request());
            previews.forget(id(claim));
            events.publish(new GenerationEvent.Ended(id(claim), status));
        }
        events.listChanged(claim.account());
    }

    private void publish(Claim claim) {
        var request = requests.get(claim.request());
        if (request != null) {
            events.publish(request.event(id(claim), previews.number(id(claim))));
        }
    }

    private static GenerationId id(Claim claim) {
        return new GenerationId(claim.request());
    }
}
