/** What determines the images: the parameters, in ComfyUI's own terms and ranges, and how they are stored. */
@NullMarked
package org.genonaut.generation.recipe;

import org.jspecify.annotations.NullMarked;
