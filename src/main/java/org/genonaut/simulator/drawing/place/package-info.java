/** Where a picture takes place: landscapes, towns and rooms, with what surrounds a figure there. */
@NullMarked
package org.genonaut.simulator.drawing.place;

import org.jspecify.annotations.NullMarked;
