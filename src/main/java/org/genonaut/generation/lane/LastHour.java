package org.genonaut.generation.lane;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The hour that lies behind us.
 *
 * @param busy which part of their time the backends that are there worked, 0 to 1
 * @param usualWait how long the middle one of what began had waited; null when nothing began
 */
public record LastHour(long images, double busy, @Nullable Duration usualWait) {}
