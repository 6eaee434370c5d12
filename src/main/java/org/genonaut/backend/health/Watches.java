package org.genonaut.backend.health;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.BackendState.Look;
import org.genonaut.backend.connection.Access;
import org.genonaut.backend.connection.ConnectionVault;
import org.genonaut.backend.connection.StoredConnection;
import org.genonaut.comfyui.Capabilities;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.Pace;
import org.springframework.stereotype.Component;

/** One watch over each backend in use, and with it the client to reach that. */
@Component
public class Watches implements AutoCloseable {

    private final ConnectionVault vault;
    private final Probe probe;
    private final Clock clock;
    private final Pace pace;
    private final Map<BackendId, HealthWatch> watches = new ConcurrentHashMap<>();

    Watches(ConnectionVault vault, Probe probe, Clock clock, Pace pace) {
        this.vault = vault;
        this.probe = probe;
        this.clock = clock;
        this.pace = pace;
    }

    /** A backend in use. */
    public record Watched(String name, StoredConnection connection) {

        BackendId id() {
            return new BackendId(connection.backend());
        }
    }

    /**
     * Watches these and no others from now on. One whose connection has changed gets a new client; who follows a prompt
     * with the old one is let go.
     *
     * @param listener for each that is not watched yet
     */
    public void follow(Collection<Watched> inUse, Function<BackendId, HealthListener> listener) {
        var others = new HashSet<>(watches.keySet());
        for (var backend : inUse) {
            others.remove(backend.id());
            watch(backend, listener);
        }
        others.forEach(id -> Optional.ofNullable(watches.remove(id)).ifPresent(HealthWatch::close));
    }

    private void watch(Watched backend, Function<BackendId, HealthListener> listener) {
        var id = backend.id();
        var before = watches.get(id);
        if (before != null && before.reaches(backend.connection())) {
            return;
        }
        var access = Access.open(() -> vault.connection(backend.connection()), pace);
        var watch = new HealthWatch(backend, access, probe, clock, listener.apply(id));
        watches.put(id, watch);
        if (before != null) {
            before.close();
        }
        watch.start();
    }

    /** What was seen of it last; empty if it is not in use. */
    public Optional<Look> seen(BackendId id) {
        return Optional.ofNullable(watches.get(id)).map(HealthWatch::seen);
    }

    /** What it could do when it last answered; empty if it has not yet or is not in use. */
    public Optional<Capabilities> capabilities(BackendId id) {
        return Optional.ofNullable(watches.get(id)).map(HealthWatch::capabilities);
    }

    /** Empty if it is not in use, and as long as we lack what it wants to be shown. */
    public Optional<ComfyUIClient> client(BackendId id) {
        return Optional.ofNullable(watches.get(id)).flatMap(HealthWatch::comfyUI);
    }

    /** Somebody had trouble with it: look now. */
    public void askNow(BackendId id) {
        Optional.ofNullable(watches.get(id)).ifPresent(HealthWatch::askNow);
    }

    @Override
    public void close() {
        watches.values().forEach(HealthWatch::close);
    }
}
