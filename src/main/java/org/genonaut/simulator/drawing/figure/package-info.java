/** What stands in a picture: people, animals, buildings, things. */
@NullMarked
package org.genonaut.simulator.drawing.figure;

import org.jspecify.annotations.NullMarked;
