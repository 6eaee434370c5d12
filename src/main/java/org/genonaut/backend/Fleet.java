package org.genonaut.backend;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.genonaut.backend.health.HealthListener;
import org.genonaut.backend.health.Watches;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.PromptId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Our ComfyUI servers: which there are, which of them answer, and a client for each. */
@Service
public class Fleet {

    private static final Logger log = LoggerFactory.getLogger(Fleet.class);

    private final BackendRegistry registry;
    private final Watches watches;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile List<StoredBackend> stored = List.of();

    Fleet(BackendRegistry registry, Watches watches, ApplicationEventPublisher events, Clock clock) {
        this.registry = registry;
        this.watches = watches;
        this.events = events;
        this.clock = clock;
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
    public synchronized void begin(Collection<BackendDeclaration> configured) {
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
        var enabled = stored.stream()
                .filter(StoredBackend::isEnabled)
                .map(backend -> new Watches.Watched(backend.name(), backend.connection()))
                .toList();
        watches.follow(enabled, Told::new);
    }

    /** What a watch tells of its backend. */
    private final class Told implements HealthListener {

        private final BackendId backend;

        Told(BackendId backend) {
            this.backend = backend;
        }

        @Override
        public void changed(BackendState.Look now) {
            if (now instanceof BackendState.Up) {
                events.publishEvent(new BackendUp(backend));
            }
            announce();
        }

        @Override
        public void restarted() {
            events.publishEvent(new BackendRestarted(backend));
        }

        @Override
        public void answered(ComfyUIClient comfyUI) {
            quarantine(backend)
                    .map(Quarantine::prompt)
                    .filter(prompt -> !comfyUI.look(prompt).isOpen())
                    .ifPresent(gone -> stand(backend, standing -> standing.relieved(gone)));
        }
    }

    private Optional<Quarantine> quarantine(BackendId id) {
        return stored.stream()
                .filter(backend -> backend.id().equals(id))
                .findFirst()
                .map(backend -> backend.standing().quarantine());
    }

    /**
     * Gives a backend no more jobs, on all nodes, until this prompt is neither running nor waiting there any more, or an
     * admin enables it. Does nothing to one that is in quarantine already.
     *
     * @param stuck the prompt that stands still
     * @param why one sentence
     */
    public void quarantine(BackendId id, PromptId stuck, String why) {
        log.warn("Backend {} gets no jobs as long as prompt {} is there: {}", id, stuck, why);
        stand(id, standing -> standing.quarantined(new Quarantine(clock.instant(), why, stuck)));
    }

    /** Changes how a backend stands, and tells at once. */
    void stand(BackendId id, UnaryOperator<Standing> change) {
        registry.stand(id, change);
        follow();
    }

    /** Whether somebody else has changed what is written down. */
    boolean isBehind(Map<BackendId, Long> versions) {
        return !versions.equals(stored.stream().collect(Collectors.toMap(StoredBackend::id, StoredBackend::version)));
    }

    private void announce() {
        listeners.forEach(Runnable::run);
    }

    /** All backends by name, also those that are away or disabled; not those that an admin has removed. */
    public List<Backend> backends() {
        return stored.stream()
                .filter(backend -> !backend.isRemoved())
                .map(this::view)
                .sorted(Comparator.comparing(Backend::name))
                .toList();
    }

    /** Also one that is removed. */
    public Optional<Backend> find(BackendId id) {
        return stored.stream()
                .filter(backend -> backend.id().equals(id))
                .findFirst()
                .map(this::view);
    }

    /** @throws IllegalStateException when this backend is disabled or unknown, or its secrets are not to be had */
    public ComfyUIClient client(BackendId id) {
        return watches.client(id).orElseThrow(() -> new IllegalStateException("Backend " + id + " is not in use"));
    }

    /** Somebody could not reach it: look at it now rather than at the next turn. */
    public void suspect(BackendId id) {
        watches.askNow(id);
    }

    /** Calls the listener, on some thread, whenever a backend comes, goes or changes its state; answers how to stop. */
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private Backend view(StoredBackend backend) {
        var standing = backend.standing();
        var look = watches.seen(backend.id()).orElseGet(() -> new BackendState.Unknown(standing.since()));
        return new Backend(
                backend.id(),
                backend.name(),
                backend.url(),
                backend.origin(),
                standing.seen(look),
                watches.capabilities(backend.id()).orElse(null));
    }
}
