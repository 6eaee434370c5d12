package org.genonaut.generation.watch;

import java.util.List;
import java.util.Set;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationStatus;

/**
 * What the database says of a generation at one moment.
 *
 * @param jobs how many it has
 * @param ended the numbers of those that are open no more
 * @param images how many are stored
 * @param elsewhere those that run on other nodes
 */
record StoredStanding(
        GenerationId id, GenerationStatus status, int jobs, Set<Integer> ended, int images, List<RemoteJob> elsewhere) {

    StoredStanding {
        ended = Set.copyOf(ended);
        elsewhere = List.copyOf(elsewhere);
    }

    StoredStanding with(List<RemoteJob> remote) {
        return new StoredStanding(id, status, jobs, ended, images, remote);
    }

    /**
     * A job that another node runs.
     *
     * @param preview version of its stored preview, from 1; 0 when there is none
     * @param watched whether its node knows for a while yet that somebody watches from elsewhere
     */
    record RemoteJob(JobProgress state, long preview, boolean watched) {}
}
