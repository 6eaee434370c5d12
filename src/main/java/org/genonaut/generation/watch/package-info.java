/** Tells whoever watches how far generations are, on whichever node their jobs run. */
@NullMarked
package org.genonaut.generation.watch;

import org.jspecify.annotations.NullMarked;
