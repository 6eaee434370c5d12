package org.genonaut;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.genonaut.database.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Starts the whole application on a free port with a database of its own, once for all tests with the same settings. It
 * takes no jobs: those that a test submits wait until the test claims them.
 *
 * <p>Inject {@link TestTables} and empty it before each test that counts rows.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        properties = "genonaut.run.enabled=false",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        useMainMethod = SpringBootTest.UseMainMethod.ALWAYS)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
public @interface GenonautTest {}
