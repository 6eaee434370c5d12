package org.genonaut.simulator.route;

import org.genonaut.simulator.protocol.Dialect;

/**
 * What is true of a server from its start to its end.
 *
 * @param name distinguishes simulated servers
 * @param dialect which generation of servers it imitates
 * @param strictIds whether a prompt id that is known already is refused
 * @param previews whether samplers send previews where a prompt does not say
 * @param largestBody of any request, in bytes
 */
public record ServerFacts(String name, Dialect dialect, boolean strictIds, boolean previews, int largestBody) {}
