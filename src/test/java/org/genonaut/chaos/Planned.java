package org.genonaut.chaos;

import java.time.Duration;

/**
 * One trouble of a plan.
 *
 * @param gap after the beginning of the one before
 * @param target number of the node or simulator, from 0
 * @param lasting until it is mended
 * @param flavour 0 to 2, for what a kind can do in several ways
 */
record Planned(Trouble trouble, Duration gap, int target, Duration lasting, int flavour) {}
