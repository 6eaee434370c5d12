/** The fleet: our ComfyUI servers, their state, capabilities and slots. */
@NullMarked
package org.genonaut.backend;

import org.jspecify.annotations.NullMarked;
