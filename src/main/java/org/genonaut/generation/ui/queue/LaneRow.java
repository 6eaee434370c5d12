package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendAtWork;
import org.genonaut.generation.lane.LaneBlock;

/** One backend: what it is at the left, what it does along the axis. */
class LaneRow extends Div {

    private final AccountId viewer;
    private final LaneHead head;
    private final Div track = new Div();
    private final Map<String, BlockBox> boxes = new HashMap<>();

    LaneRow(BackendAtWork backend, AccountId viewer, boolean admin, LaneDeeds deeds) {
        this.viewer = viewer;
        head = new LaneHead(backend, admin, deeds);
        track.addClassName("gn-track");
        track.getElement().setAttribute("role", "list");
        addClassName("gn-lane-row");
        add(head, track);
    }

    void show(BackendAtWork backend) {
        head.show(backend);
        track.getElement().setAttribute("aria-label", backend.backend().name());
        getElement().setAttribute("data-backend", backend.backend().name());
    }

    /** Blocks stay the same components; only new ones come, old ones go, and those that run grow. */
    void show(List<LaneBlock> blocks, Instant origin) {
        var before = new HashMap<>(boxes);
        blocks.forEach(block -> before.remove(block.key()));
        before.forEach((gone, box) -> track.remove(box));
        boxes.keySet().removeAll(before.keySet());
        for (var block : blocks) {
            boxes.computeIfAbsent(block.key(), first -> added()).show(block, origin);
        }
    }

    private BlockBox added() {
        var box = new BlockBox(viewer);
        track.add(box);
        return box;
    }
}
