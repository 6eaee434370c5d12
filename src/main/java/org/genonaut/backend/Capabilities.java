package org.genonaut.backend;

import java.util.List;

/**
 * What a backend said of itself when it was last asked.
 *
 * @param vram bytes of memory of its first device, 0 when it did not say
 */
public record Capabilities(
        String version, String device, long vram, List<String> samplers, List<String> schedulers, boolean simulated) {

    public Capabilities {
        samplers = List.copyOf(samplers);
        schedulers = List.copyOf(schedulers);
    }
}
