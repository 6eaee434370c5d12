package org.genonaut.benchmark;

import java.time.Instant;
import java.util.UUID;
import org.genonaut.generation.forecast.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a request when it was sent.
 *
 * @param receipt null when it began at once
 */
record Promise(UUID request, Instant at, @Nullable Receipt receipt) {}
