/**
 * Draws the simulator's pictures: a composition of place, figure and weather that follows the prompt's words.
 *
 * <p>Everything is drawn in units where the shorter side of the picture is 1, so that a picture looks the same at every
 * size. All chance comes from {@link org.genonaut.simulator.drawing.scene.Scene#seed()}: the same scene gives the same pixels.
 */
@NullMarked
package org.genonaut.simulator.drawing;

import org.jspecify.annotations.NullMarked;
