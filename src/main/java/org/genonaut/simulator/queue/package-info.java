/** The prompts of a simulated server: those that wait, the one that runs, those that have run, and all of them as jobs. */
@NullMarked
package org.genonaut.simulator.queue;

import org.jspecify.annotations.NullMarked;
