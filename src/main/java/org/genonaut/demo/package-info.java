/** The demo: accounts, a simulator in place of a ComfyUI, and a first gallery. Never active in production. */
@NullMarked
package org.genonaut.demo;

import org.jspecify.annotations.NullMarked;
