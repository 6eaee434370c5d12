package org.genonaut.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.genonaut.backend.BackendDeclaration;
import org.genonaut.backend.BackendOrigin;
import org.genonaut.backend.Fleet;
import org.genonaut.backend.configuration.BackendProperties;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.ui.Banner;
import org.genonaut.ui.BannerSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the demo has a ComfyUI: the configured ones, else one that runs on this machine, else two built-in
 * simulators, which is said plainly. While those stand in, a real one that appears is offered, never taken unasked.
 */
@Component
@Profile("demo")
class StandIn implements BannerSource {

    private static final Logger log = LoggerFactory.getLogger(StandIn.class);

    private static final List<String> NAMES = List.of("Atlas", "Borealis");
    private static final int SECONDS_BETWEEN_SEARCHES = 30;

    private final BackendProperties configured;
    private final DemoProperties properties;
    private final ComfyUISearch search;
    private final Fleet fleet;
    private final List<Simulator> simulators = new ArrayList<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final ScheduledExecutorService searches = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("comfyui-search").factory());
    private volatile boolean standingIn;
    private volatile @Nullable URI found;

    StandIn(BackendProperties configured, DemoProperties properties, ComfyUISearch search, Fleet fleet) {
        this.configured = configured;
        this.properties = properties;
        this.search = search;
        this.fleet = fleet;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void start() {
        if (configured.nameBackends()) {
            return;
        }
        search.search().ifPresentOrElse(this::use, this::standIn);
    }

    private void use(URI url) {
        log.info("Using the ComfyUI at {}", url);
        fleet.declare(
                BackendOrigin.FOUND,
                List.of(new BackendDeclaration("ComfyUI", url)),
                "Another ComfyUI was found at this start.");
    }

    private void standIn() {
        for (var name : NAMES) {
            simulators.add(Simulator.start(SimulatorOptions.defaults()
                    .withName(name)
                    .withSpeed(properties.speed())
                    .withPreviews(true)));
        }
        fleet.declare(
                BackendOrigin.BUILTIN,
                simulators.stream()
                        .map(simulator -> new BackendDeclaration(simulator.name(), simulator.url()))
                        .toList(),
                "No longer part of the demo.");
        standingIn = true;
        log.info("No ComfyUI answers on this machine: the built-in simulator draws pictures, nothing is generated."
                + " Start ComfyUI, or name yours in GENONAUT_COMFYUI_URLS.");
        searches.scheduleWithFixedDelay(
                this::look, SECONDS_BETWEEN_SEARCHES, SECONDS_BETWEEN_SEARCHES, TimeUnit.SECONDS);
    }

    private void look() {
        var now = search.search().orElse(null);
        if (!Objects.equals(now, found)) {
            found = now;
            listeners.forEach(Runnable::run);
        }
    }

    /** Whether the simulator draws, for want of a ComfyUI. */
    boolean isStandingIn() {
        return standingIn;
    }

    private synchronized void switchTo(URI url) {
        if (standingIn) {
            standingIn = false;
            use(url);
            fleet.declare(BackendOrigin.BUILTIN, List.of(), "A real ComfyUI is used instead.");
            stop();
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public Optional<Banner> banner() {
        var real = found;
        if (!standingIn) {
            return Optional.empty();
        }
        if (real == null) {
            return Optional.of(Banner.info("demo.simulated"));
        }
        return Optional.of(
                Banner.info("demo.comfyui-found", real).withAction("demo.use-comfyui", () -> switchTo(real)));
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        searches.shutdownNow();
        simulators.forEach(Simulator::close);
    }
}
