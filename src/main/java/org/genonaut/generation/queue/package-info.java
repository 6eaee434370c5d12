/** The database-backed executor: jobs in fair order, slots of backends, attempts. */
@NullMarked
package org.genonaut.generation.queue;

import org.jspecify.annotations.NullMarked;
