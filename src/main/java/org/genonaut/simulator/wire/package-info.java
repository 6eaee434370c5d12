/** HTTP connections and WebSockets on Netty, and what can go wrong with them. */
@NullMarked
package org.genonaut.simulator.wire;

import org.jspecify.annotations.NullMarked;
