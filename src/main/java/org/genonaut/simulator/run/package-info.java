/** How a simulated server runs prompts: one worker, the order of nodes, the cache of their results, and what is told of it all. */
@NullMarked
package org.genonaut.simulator.run;

import org.jspecify.annotations.NullMarked;
