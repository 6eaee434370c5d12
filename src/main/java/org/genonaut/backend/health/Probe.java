package org.genonaut.backend.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.genonaut.backend.RequiredNodes;
import org.genonaut.comfyui.Capabilities;
import org.genonaut.comfyui.ComfyUIServer;
import org.springframework.stereotype.Component;

/** Asks a ComfyUI what it is and what it can do, as seldom as that can have changed. */
@Component
class Probe {

    /** Custom nodes and samplers come with a restart, which may go unnoticed between two looks. */
    private static final Duration VALID = Duration.ofMinutes(5);

    private final Set<String> nodeClasses;

    Probe(Collection<RequiredNodes> required) {
        this.nodeClasses =
                required.stream().flatMap(nodes -> nodes.classes().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** What it could do at some moment. */
    record Found(Instant at, Capabilities capabilities) {}

    /** Everything, some twenty requests. */
    Found all(ComfyUIServer server, Instant now) {
        return new Found(now, capabilities(server));
    }

    Capabilities capabilities(ComfyUIServer server) {
        return server.probe(nodeClasses);
    }

    /** One request, and all the others only if that was found long ago or another server seems to stand there now. */
    Found again(ComfyUIServer server, Found before, Instant now) {
        var stats = server.systemStats();
        var known = before.capabilities();
        boolean same = stats.version().equals(known.version())
                && stats.arguments().equals(known.stats().arguments());
        return same && now.isBefore(before.at().plus(VALID))
                ? new Found(before.at(), known.withStats(stats))
                : all(server, now);
    }

    /** What our workflows need and this server lacks. */
    Set<String> missing(Capabilities capabilities) {
        return nodeClasses.stream()
                .filter(name -> !capabilities.objectInfo().classes().contains(name))
                .collect(Collectors.toSet());
    }
}
