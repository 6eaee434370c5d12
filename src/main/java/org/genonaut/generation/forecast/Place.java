package org.genonaut.generation.forecast;

import org.jspecify.annotations.Nullable;

/**
 * Where a job stands that some backend will take.
 *
 * @param backend that takes it
 * @param busy whether something runs there
 * @param model title of its base model
 * @param loads whether the backend has to load that for it
 * @param turn how many go before it on that backend
 * @param passedOn what lets jobs of another model go before it, if anything does
 * @param before how many stand before it
 * @param ownBefore how many of them are of its account
 * @param overtaken whether somebody who came later stands before it
 * @param images that its account has had lately
 */
record Place(
        String backend,
        boolean busy,
        String model,
        boolean loads,
        int turn,
        Why.@Nullable KeepsModel passedOn,
        int before,
        int ownBefore,
        boolean overtaken,
        int images) {

    /** The nearest of all reasons; of others and own, those of whom more stand before it. */
    Why why() {
        if (turn == 0) {
            return loads ? new Why.ModelLoad(backend, model) : new Why.Next(backend, busy);
        } else if (passedOn != null) {
            return passedOn;
        } else if (overtaken && images > 0 && before > 2 * ownBefore) {
            return new Why.FairShare(images);
        } else if (ownBefore > 0) {
            return new Why.OwnBefore(ownBefore);
        }
        // On this backend something goes first even when nothing stands before it: a job of the loaded model.
        return new Why.OthersBefore(Math.max(1, before));
    }
}
