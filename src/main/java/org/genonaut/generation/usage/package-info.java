/** What accounts spend by generating: images by the hour, GPU time by the day. */
@NullMarked
package org.genonaut.generation.usage;

import org.jspecify.annotations.NullMarked;
