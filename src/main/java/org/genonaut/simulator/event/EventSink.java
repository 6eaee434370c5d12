package org.genonaut.simulator.event;

import tools.jackson.databind.node.ObjectNode;

/** Where a server's events go; calls return at once and keep their order. */
public interface EventSink {
    void event(Recipient to, String type, ObjectNode data);

    /** A text that a node says, as a binary frame. */
    void text(Recipient to, String node, String text);

    void preview(Recipient to, Preview preview, PreviewStage stage);
}
