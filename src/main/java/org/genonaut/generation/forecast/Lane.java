package org.genonaut.generation.forecast;

/**
 * One backend that takes jobs, as it stands when the simulation begins.
 *
 * @param groups that it can serve, by number
 * @param loaded number of the base model in its memory; {@link #UNKNOWN} if that is not known
 * @param free in how many seconds what it runs will have ended
 * @param variance of that, in square seconds
 * @param passed the head that waited here while jobs of the loaded model went first; {@link #UNKNOWN} for none
 * @param passedFor how many seconds ago that began
 */
record Lane(int[] groups, int loaded, double free, double variance, int passed, double passedFor) {

    static final int UNKNOWN = -1;
}
