/** When a waiting job will probably begin, and why not now. */
@NullMarked
package org.genonaut.generation.forecast;

import org.jspecify.annotations.NullMarked;
