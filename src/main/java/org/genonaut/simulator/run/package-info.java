/** The one worker of a simulated server: queue, history, cache, execution, files. */
@NullMarked
package org.genonaut.simulator.run;

import org.jspecify.annotations.NullMarked;
