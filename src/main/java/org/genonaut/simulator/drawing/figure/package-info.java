/** What a picture is of: people, animals, plants, buildings, things. */
@NullMarked
package org.genonaut.simulator.drawing.figure;

import org.jspecify.annotations.NullMarked;
