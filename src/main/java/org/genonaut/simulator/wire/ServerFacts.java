package org.genonaut.simulator.wire;

/**
 * What a server tells of itself.
 *
 * @param name distinguishes simulated servers
 * @param device such as the name of a graphics card
 * @param vram in bytes
 * @param largestBody of any request, in bytes
 */
public record ServerFacts(String name, String device, long vram, int largestBody) {}
