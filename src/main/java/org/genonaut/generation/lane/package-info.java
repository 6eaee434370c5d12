/** The queue and the lanes of the backends as pages show them. */
@NullMarked
package org.genonaut.generation.lane;

import org.jspecify.annotations.NullMarked;
