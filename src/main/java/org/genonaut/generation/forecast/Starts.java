package org.genonaut.generation.forecast;

import java.util.Arrays;

/** What the simulation found, by the place of the job in the queue; seconds are counted from its beginning. */
final class Starts {

    static final int NOWHERE = -1;

    final double[] at;
    /** In square seconds. */
    final double[] variance;
    /** Which lane takes it; {@link #NOWHERE} when none can. */
    final int[] lane;
    /** How many go before it on that lane. */
    final int[] turn;
    /** Whether its base model must be loaded for it. */
    final boolean[] loads;
    /** On which lane a job of the loaded model went before it, although it stood behind; {@link #NOWHERE} for none. */
    final int[] passedOn;

    Starts(int jobs) {
        at = new double[jobs];
        variance = new double[jobs];
        lane = new int[jobs];
        turn = new int[jobs];
        loads = new boolean[jobs];
        passedOn = new int[jobs];
        Arrays.fill(lane, NOWHERE);
        Arrays.fill(passedOn, NOWHERE);
    }
}
