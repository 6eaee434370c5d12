package org.genonaut.simulator.run;

import tools.jackson.databind.node.ObjectNode;

/**
 * A picture of an unfinished image.
 *
 * @param jpeg must not be changed
 * @param metadata which node and prompt it belongs to
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and a copy per socket would be waste.
public record Preview(byte[] jpeg, ObjectNode metadata) {}
