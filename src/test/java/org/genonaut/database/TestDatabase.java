package org.genonaut.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Gives every application context of a test run a fresh schema and data folder, in one MariaDB for all of them. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var schema = "genonaut_test_" + CONTEXTS.incrementAndGet();
        var server = TestServer.running();
        TestPropertyValues.of(
                        "genonaut.db.url=" + server.freshSchema(schema),
                        "genonaut.db.user=" + server.user(),
                        "genonaut.db.password=" + server.password(),
                        "genonaut.data-directory=" + freshFolder())
                .applyTo(context);
        ((GenericApplicationContext) context).registerBean(TestTables.class);
        ((GenericApplicationContext) context).registerBean(TestAccounts.class);
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "context-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
