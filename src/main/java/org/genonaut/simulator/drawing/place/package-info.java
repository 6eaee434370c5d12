/** Where it stands: landscapes, towns, rooms, with what surrounds a figure there. */
@NullMarked
package org.genonaut.simulator.drawing.place;

import org.jspecify.annotations.NullMarked;
