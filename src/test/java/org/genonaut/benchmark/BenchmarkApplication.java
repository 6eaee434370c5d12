package org.genonaut.benchmark;

import java.util.Arrays;
import java.util.stream.Stream;
import org.genonaut.GenonautApplication;
import org.genonaut.database.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
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
}
