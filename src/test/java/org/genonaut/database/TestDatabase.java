package org.genonaut.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Gives every application context of a test run a fresh schema and data folder, in one MariaDB for all of them. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** As the application's, but with the fewest rounds: most tests begin with a new account. */
    private static final PasswordEncoder QUICK =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));

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
        var beans = (GenericApplicationContext) context;
        beans.registerBean(TestTables.class);
        beans.registerBean(TestAccounts.class);
        beans.registerBean("quickPasswords", PasswordEncoder.class, () -> QUICK, bean -> bean.setPrimary(true));
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "context-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
