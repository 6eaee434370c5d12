/** Draws the pictures that a simulated server hands out. */
@NullMarked
package org.genonaut.simulator.drawing;

import org.jspecify.annotations.NullMarked;
