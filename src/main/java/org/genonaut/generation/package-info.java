/** What a user asks for and what became of it. */
@NullMarked
package org.genonaut.generation;

import org.jspecify.annotations.NullMarked;
