/** What somebody asks for before it is known to hold: the checks, and what is wrong in the words of each field. */
@NullMarked
package org.genonaut.generation.draft;

import org.jspecify.annotations.NullMarked;
