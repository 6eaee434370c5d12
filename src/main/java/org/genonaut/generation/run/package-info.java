/** Takes jobs through a backend and stores what they made. */
@NullMarked
package org.genonaut.generation.run;

import org.jspecify.annotations.NullMarked;
