/** Asks the backends how they are: each again and again while it is in use, and once when somebody tries a connection. */
@NullMarked
package org.genonaut.backend.health;

import org.jspecify.annotations.NullMarked;
