/** How long the backends take for what, learned from what they did. */
@NullMarked
package org.genonaut.generation.pace;

import org.jspecify.annotations.NullMarked;
