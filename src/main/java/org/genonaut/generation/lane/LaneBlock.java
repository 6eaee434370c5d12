package org.genonaut.generation.lane;

import java.time.Duration;
import java.time.Instant;
import org.genonaut.account.AccountId;
import org.genonaut.catalog.ModelFamily;
import org.jspecify.annotations.Nullable;

/**
 * What a backend was, is or will be busy with for some time.
 *
 * @param key stays the same while it goes on and when it has ended
 * @param person whose it is; null when that is nobody's business, or when it is of several
 * @param runs how many it stands for; more than one when they are too short to be told apart
 * @param model title of its base model; empty when it stands for several
 * @param failure the kind of its failure, as columns write it
 * @param fraction how far it is, 0 to 1
 * @param left how long it will probably still run
 */
public record LaneBlock(
        String key,
        Kind kind,
        Instant from,
        Instant until,
        @Nullable Person person,
        int runs,
        int images,
        ModelFamily family,
        String model,
        @Nullable String failure,
        double fraction,
        @Nullable Duration left) {

    /** How it stands. */
    public enum Kind {
        DONE,
        /** Somebody called it off while it ran. */
        STOPPED,
        FAILED,
        /** A model is read into memory. */
        LOADED,
        LOADING,
        RUNNING,
        EXPECTED
    }

    /** Somebody with work here. */
    public record Person(AccountId id, String name) {}

    Duration length() {
        return Duration.between(from, until);
    }

    LaneBlock anonymousBut(AccountId viewer) {
        return person == null || person.id().equals(viewer)
                ? this
                : new LaneBlock(key, kind, from, until, null, runs, images, family, model, failure, fraction, left);
    }

    /** This and the next as one. */
    LaneBlock with(LaneBlock next) {
        return new LaneBlock(
                key,
                kind,
                from,
                next.until,
                person != null && person.equals(next.person) ? person : null,
                runs + next.runs,
                images + next.images,
                family == next.family ? family : ModelFamily.OTHER,
                model.equals(next.model) ? model : "",
                failure,
                fraction,
                left);
    }
}
