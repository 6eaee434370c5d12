/** The checkpoints and LoRAs that the fleet offers, as our users see them. */
@NullMarked
package org.genonaut.catalog;

import org.jspecify.annotations.NullMarked;
