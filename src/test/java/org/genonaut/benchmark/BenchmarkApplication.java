package org.genonaut.benchmark;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.genonaut.GenonautApplication;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.database.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application with a database of its own, as tests start it. */
final class BenchmarkApplication {

    private BenchmarkApplication() {}

    static ConfigurableApplicationContext start(String... properties) {
        var quiet = Stream.of("--server.port=0", "--server.address=127.0.0.1", "--logging.level.root=error");
        var own = Arrays.stream(properties).map(property -> "--" + property);
        return new SpringApplicationBuilder(GenonautApplication.class)
                .profiles("test")
                .initializers(new TestDatabase())
                .run(Stream.concat(quiet, own).toArray(String[]::new));
    }

    /** Until every backend is up and they have a checkpoint in common. */
    static void awaitReady(ApplicationContext context) {
        var fleet = context.getBean(Fleet.class);
        var catalog = context.getBean(ModelCatalog.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !fleet.backends().isEmpty()
                        && fleet.backends().stream().allMatch(Backend::isUp)
                        && catalog.usable(ModelType.CHECKPOINT).stream()
                                .anyMatch(model -> model.presence().size()
                                        == fleet.backends().size()));
    }
}
