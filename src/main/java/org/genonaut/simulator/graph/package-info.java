/** Prompts as graphs of nodes: what classes of nodes there are, and whether a graph may run. */
@NullMarked
package org.genonaut.simulator.graph;

import org.jspecify.annotations.NullMarked;
