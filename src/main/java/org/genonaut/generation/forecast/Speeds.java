package org.genonaut.generation.forecast;

/** How long lanes take, all in seconds. */
interface Speeds {

    double run(int lane, int model, double work);

    /** Usual distance of a run from that, as a fraction of it. */
    double spread(int lane, int model);

    double load(int lane, int model);
}
