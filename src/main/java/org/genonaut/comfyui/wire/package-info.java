/** What goes over the line to a ComfyUI: requests, answers, frames of its socket and files. For this room alone. */
@NullMarked
package org.genonaut.comfyui.wire;

import org.jspecify.annotations.NullMarked;
