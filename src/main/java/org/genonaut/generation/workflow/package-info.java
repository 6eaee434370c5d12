/** Turns parameters into the graph that ComfyUI runs. */
@NullMarked
package org.genonaut.generation.workflow;

import org.jspecify.annotations.NullMarked;
