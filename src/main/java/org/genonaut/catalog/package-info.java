/** The checkpoints, LoRAs and VAEs that the fleet offers, as our users see them. */
@NullMarked
package org.genonaut.catalog;

import org.jspecify.annotations.NullMarked;
