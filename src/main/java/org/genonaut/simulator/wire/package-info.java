/** HTTP and WebSocket as ComfyUI speaks them, on Netty. */
@NullMarked
package org.genonaut.simulator.wire;

import org.jspecify.annotations.NullMarked;
