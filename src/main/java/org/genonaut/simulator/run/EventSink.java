package org.genonaut.simulator.run;

import tools.jackson.databind.node.ObjectNode;

/** Where a server's events go; calls return at once and keep their order. */
public interface EventSink {
    void event(Recipient to, String type, ObjectNode data);

    void preview(Recipient to, Preview preview, PreviewStage stage);
}
