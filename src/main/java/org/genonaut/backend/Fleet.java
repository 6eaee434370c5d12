package org.genonaut.backend;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.genonaut.backend.connection.Access;
import org.genonaut.backend.connection.ConnectionVault;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.Pace;
import org.genonaut.comfyui.PromptId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Our ComfyUI servers: which there are, which of them answer, and a client for each. */
@Service
public class Fleet implements AutoCloseable {

    private final BackendRegistry registry;
    private final ConnectionVault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Pace pace;
    private final Probe probe;
    private final Map<BackendId, HealthWatch> watches = new ConcurrentHashMap<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile List<StoredBackend> stored = List.of();

    Fleet(
            BackendRegistry registry,
            ConnectionVault vault,
            ApplicationEventPublisher events,
            Clock clock,
            Pace pace,
            Collection<RequiredNodes> required) {
        this.registry = registry;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
        this.pace = pace;
        this.probe = new Probe(required);
    }

    /**
     * Makes the backends of this origin exactly these and starts to watch them. One whose connection has changed gets a
     * new client; who follows a prompt with the old one is let go.
     *
     * @param absence one sentence why those of this origin that are not named are disabled
     */
    public synchronized void declare(
            BackendOrigin origin, Collection<BackendDeclaration> declarations, String absence) {
        registry.declare(origin, declarations, absence);
        follow();
    }

    /**
     * Begins with the backends of the configuration and those of admins; what an earlier start found or brought along is
     * out of use until somebody declares it again.
     */
    synchronized void begin(Collection<BackendDeclaration> configured) {
        registry.renewSeals();
        registry.declare(BackendOrigin.FOUND, List.of(), "Not searched for at this start.");
        registry.declare(BackendOrigin.BUILTIN, List.of(), "The simulator was not started this time.");
        registry.declare(BackendOrigin.CONFIG, configured, "The configuration no longer names it.");
        follow();
    }

    /** Takes up what is written down now. */
    synchronized void follow() {
        stored = registry.all();
        watchEnabled();
        announce();
    }

    private void watchEnabled() {
        for (var backend : stored) {
            if (backend.isEnabled()) {
                watch(backend);
            } else {
                Optional.ofNullable(watches.remove(backend.id())).ifPresent(HealthWatch::close);
            }
        }
    }

    private void watch(StoredBackend backend) {
        var before = watches.get(backend.id());
        if (before != null && before.isFor(backend)) {
            return;
        }
        var access = Access.open(() -> vault.connection(backend.connection()), pace);
        var watch = new HealthWatch(backend, access, probe, clock, state -> changed(backend.id(), state));
        watches.put(backend.id(), watch);
        if (before != null) {
            before.close();
        }
        watch.start();
    }

    private void changed(BackendId backend, BackendState state) {
        if (state instanceof BackendState.Up) {
            events.publishEvent(new BackendUp(backend));
        }
        announce();
    }

    private void announce() {
        listeners.forEach(Runnable::run);
    }

    /** All backends by name, also those that are away or disabled. */
    public List<Backend> backends() {
        return stored.stream()
                .map(this::view)
                .sorted(Comparator.comparing(Backend::name))
                .toList();
    }

    public Optional<Backend> find(BackendId id) {
        return backends().stream().filter(backend -> backend.id().equals(id)).findFirst();
    }

    /** @throws IllegalStateException when this backend is disabled or unknown, or its secrets are not to be had */
    public ComfyUIClient client(BackendId id) {
        return Optional.ofNullable(watches.get(id))
                .flatMap(HealthWatch::comfyUI)
                .orElseThrow(() -> new IllegalStateException("Backend " + id + " is not in use"));
    }

    /** Somebody could not reach it: look at it now rather than at the next turn. */
    public void suspect(BackendId id) {
        Optional.ofNullable(watches.get(id)).ifPresent(HealthWatch::askNow);
    }

    /** Its worker stands still over this prompt. */
    public void quarantine(BackendId id, PromptId stuck, String why) {
        suspect(id);
    }

    /** Calls the listener, on some thread, whenever a backend comes, goes or changes its state; answers how to stop. */
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private Backend view(StoredBackend backend) {
        var watch = watches.get(backend.id());
        var state = watch != null ? watch.state() : new BackendState.Disabled(backend.disabledReason());
        return new Backend(backend.id(), backend.name(), backend.url(), backend.origin(), state);
    }

    @Override
    public void close() {
        watches.values().forEach(HealthWatch::close);
    }
}
