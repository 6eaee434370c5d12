/** Generations and their images for programs and pages. */
@NullMarked
package org.genonaut.generation.api;

import org.jspecify.annotations.NullMarked;
