package org.genonaut;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** Two simulated ComfyUI servers, Atlas and Borealis, whose work takes no time unless a test holds them. */
public final class TestFleet implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var simulators = new Simulators(start("Atlas"), start("Borealis"));
        TestPropertyValues.of(
                        "genonaut.comfyui.urls=Atlas=" + simulators.atlas().url() + ",Borealis="
                                + simulators.borealis().url())
                .applyTo(context);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> simulators.close());
        ((GenericApplicationContext) context).registerBean(Simulators.class, () -> simulators);
    }

    private static Simulator start(String name) {
        return Simulator.start(SimulatorOptions.instant().withName(name).withPreviews(true));
    }

    /** A name that no other test uses, so that tests can share the database while jobs run. */
    public static String newName() {
        return "member-" + ACCOUNTS.incrementAndGet();
    }

    /** Waits until the catalog has read all servers. */
    public static void awaitReady(Fleet fleet, ModelCatalog catalog) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> fleet.backends().stream().allMatch(Backend::isUp)
                        && catalog.usable(ModelType.CHECKPOINT).stream().anyMatch(model -> isOnAll(fleet, model)));
    }

    private static boolean isOnAll(Fleet fleet, AvailableModel model) {
        return fleet.backends().stream().allMatch(backend -> model.presence().containsKey(backend.id()));
    }

    /** The two servers of a context. */
    public record Simulators(Simulator atlas, Simulator borealis) {

        void close() {
            atlas.close();
            borealis.close();
        }
    }
}
