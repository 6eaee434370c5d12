package org.genonaut.generation.run;

import java.time.Duration;
import java.util.List;
import org.genonaut.comfyui.Pace;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.models.DemoModels;
import org.genonaut.simulator.protocol.Dialect;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Two simulated servers that speak different dialects, and a Genonaut that waits for nothing longer than it must. Each
 * server has a checkpoint that the other lacks, so that a test can say where a job runs.
 */
final class MixedFleet implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** A checkpoint that both servers have. */
    static final String ANYWHERE = "juggernautXL_v9.safetensors";

    private static final String ONLY_OLDER = "realvisxlV40.safetensors";
    private static final String ONLY_NEWER = "illustriousXL_v01.safetensors";

    /** Impatient everywhere, but for a second that a server may be away. */
    private static final Pace HASTY = new Pace(
            Duration.ofMillis(40),
            Duration.ofMillis(200),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(10),
            Duration.ofSeconds(1),
            Duration.ofMillis(200),
            Duration.ofMillis(5));

    private static final List<String> SETTINGS = List.of(
            "genonaut.run.retry-pause=10ms",
            "genonaut.limits.steps=10000",
            "genonaut.comfyui.backends[0].name=Atlas",
            "genonaut.comfyui.backends[0].connect-timeout=1s",
            "genonaut.comfyui.backends[0].request-timeout=1500ms",
            "genonaut.comfyui.backends[1].name=Borealis",
            "genonaut.comfyui.backends[1].connect-timeout=1s",
            "genonaut.comfyui.backends[1].request-timeout=1500ms");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var servers =
                new Servers(start("Atlas", Dialect.V0_3_64, ONLY_NEWER), start("Borealis", Dialect.NEWER, ONLY_OLDER));
        TestPropertyValues.of(SETTINGS)
                .and(
                        "genonaut.comfyui.backends[0].url=" + servers.older().url(),
                        "genonaut.comfyui.backends[1].url=" + servers.newer().url())
                .applyTo(context);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> servers.close());
        var beans = (GenericApplicationContext) context;
        beans.registerBean("hastyPace", Pace.class, () -> HASTY, definition -> definition.setPrimary(true));
        beans.registerBean(Servers.class, () -> servers);
        beans.registerBean(Audit.class);
        beans.registerBean(Trials.class);
    }

    private static Simulator start(String name, Dialect dialect, String lacking) {
        var models = DemoModels.all().stream()
                .filter(file -> !file.name().equals(lacking))
                .toList();
        return Simulator.start(
                SimulatorOptions.instant().withName(name).withDialect(dialect).withModels(models));
    }

    /** The two servers of a context. */
    record Servers(Simulator older, Simulator newer) {

        Simulator of(Dialect dialect) {
            return dialect.isNewer() ? newer : older;
        }

        List<Simulator> all() {
            return List.of(older, newer);
        }

        static String nameOf(Dialect dialect) {
            return dialect.isNewer() ? "Borealis" : "Atlas";
        }

        /** A checkpoint that only the server of this dialect has. */
        static String checkpointOf(Dialect dialect) {
            return dialect.isNewer() ? ONLY_NEWER : ONLY_OLDER;
        }

        void close() {
            all().forEach(Simulator::close);
        }
    }
}
