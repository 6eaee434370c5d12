/** What pictures are drawn with: a canvas, inks, noise and dice. */
@NullMarked
package org.genonaut.simulator.drawing.canvas;

import org.jspecify.annotations.NullMarked;
