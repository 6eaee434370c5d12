/** One execution from its submission to its end: what was said, what the server's records say, and how it ended. For this room alone. */
@NullMarked
package org.genonaut.comfyui.execution;

import org.jspecify.annotations.NullMarked;
