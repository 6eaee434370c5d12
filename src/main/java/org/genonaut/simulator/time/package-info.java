/** How time passes for a simulated server. */
@NullMarked
package org.genonaut.simulator.time;

import org.jspecify.annotations.NullMarked;
