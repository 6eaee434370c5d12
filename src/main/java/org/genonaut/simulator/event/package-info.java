/** What a simulated server tells its clients of, and whom it tells. */
@NullMarked
package org.genonaut.simulator.event;

import org.jspecify.annotations.NullMarked;
