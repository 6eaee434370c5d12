/** The page that shows what waits, what runs and where. */
@NullMarked
package org.genonaut.generation.ui.queue;

import org.jspecify.annotations.NullMarked;
