package org.genonaut.generation.forecast;

import java.util.Arrays;
import java.util.UUID;

/** Finds a place in a list by an id, without an object for either: there may be a hundred thousand. */
final class IdIndex {

    static final int NONE = -1;

    private final long[] high;
    private final long[] low;
    private final int[] places;

    /** @param most that will be put in */
    IdIndex(int most) {
        int size = Integer.highestOneBit(Math.max(8, most) * 2) * 2;
        high = new long[size];
        low = new long[size];
        places = new int[size];
        Arrays.fill(places, NONE);
    }

    /** The first place of an id stays. */
    void put(long idHigh, long idLow, int place) {
        int slot = slot(idHigh, idLow);
        if (places[slot] == NONE) {
            high[slot] = idHigh;
            low[slot] = idLow;
            places[slot] = place;
        }
    }

    int get(UUID id) {
        return places[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())];
    }

    private int slot(long idHigh, long idLow) {
        int mask = places.length - 1;
        int slot = Long.hashCode((idHigh ^ idLow) * 0x9E3779B97F4A7C15L) & mask;
        while (places[slot] != NONE && (high[slot] != idHigh || low[slot] != idLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
