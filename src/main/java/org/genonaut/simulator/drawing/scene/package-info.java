/** What a picture shall show, as it was asked for, and the mood, the style and the colours that follow from that. */
@NullMarked
package org.genonaut.simulator.drawing.scene;

import org.jspecify.annotations.NullMarked;
