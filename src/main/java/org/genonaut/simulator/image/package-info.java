/** Pictures as bytes and as files: how they are scaled and encoded, and the folders that they lie in. */
@NullMarked
package org.genonaut.simulator.image;

import org.jspecify.annotations.NullMarked;
