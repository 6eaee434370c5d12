/** A look-alike of a ComfyUI server over real HTTP and WebSocket on a loopback port, which draws its pictures. */
@NullMarked
package org.genonaut.simulator;

import org.jspecify.annotations.NullMarked;
