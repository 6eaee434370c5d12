package org.genonaut.simulator.event;

import org.genonaut.simulator.image.Frame;
import tools.jackson.databind.node.ObjectNode;

/**
 * A picture of an unfinished image, or a finished one for a node that sends instead of saving.
 *
 * @param metadata which node and prompt it belongs to
 */
public record Preview(Frame frame, ObjectNode metadata) {}
