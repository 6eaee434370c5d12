/** Speaks ComfyUI's HTTP and WebSocket protocol. Knows nothing of the portal, Spring Data or Vaadin. */
@NullMarked
package org.genonaut.comfyui;

import org.jspecify.annotations.NullMarked;
