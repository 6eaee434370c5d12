package org.genonaut.generation.run;

import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.genonaut.GenonautApplication;
import org.genonaut.TestFleet;
import org.genonaut.account.AccountId;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.database.TestDatabase;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationParametersBuilder;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.queue.ClaimWish;
import org.genonaut.generation.queue.Claims;
import org.genonaut.generation.recipe.Seed;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Two whole applications on one database and one fleet. The second takes no jobs by itself, and the first if asked. */
public final class TwoNodes implements AutoCloseable {

    private static final List<String> SHARED = List.of(
            "genonaut.db.url",
            "genonaut.db.user",
            "genonaut.db.password",
            "genonaut.data-directory",
            "genonaut.comfyui.urls");

    /** Each application puts its own in place, for the whole process; those of other tests rely on theirs. */
    private final SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();

    private final ConfigurableApplicationContext a;
    private final ConfigurableApplicationContext b;

    /** @param takingJobs whether the first runs whatever waits; else a test says who runs which */
    public TwoNodes(boolean takingJobs) {
        // As the application's own main does.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        a = start(Stream.of("--genonaut.run.enabled=" + takingJobs), new TestDatabase(), new TestFleet());
        b = beside(a.getEnvironment());
        List.of(a, b)
                .forEach(node -> TestFleet.awaitReady(node.getBean(Fleet.class), node.getBean(ModelCatalog.class)));
    }

    /** Another application on the database and the fleet of a first one; it takes no jobs by itself. */
    public static ConfigurableApplicationContext beside(Environment first) {
        var shared = SHARED.stream().map(key -> "--" + key + "=" + first.getRequiredProperty(key));
        return start(Stream.concat(shared, Stream.of("--genonaut.run.enabled=false")));
    }

    @SafeVarargs
    private static ConfigurableApplicationContext start(
            Stream<String> arguments, ApplicationContextInitializer<ConfigurableApplicationContext>... initializers) {
        return new SpringApplicationBuilder(GenonautApplication.class)
                .profiles("test")
                .initializers(initializers)
                .run(Stream.concat(arguments, Stream.of("--server.port=0")).toArray(String[]::new));
    }

    public ConfigurableApplicationContext a() {
        return a;
    }

    public ConfigurableApplicationContext b() {
        return b;
    }

    /** With a seed of its own: else the servers would answer from their cache. */
    public static GenerationId submit(
            ConfigurableApplicationContext node, AccountId account, GenerationParametersBuilder generation) {
        var draft = GenerationDraft.of(generation.build().withSeed(Seed.random()));
        return node.getBean(GenerationService.class).submit(account, draft);
    }

    /** Lets a node run the next job that waits, on this backend, as soon as the queue knows that it can. */
    static void run(ConfigurableApplicationContext node, String backend) {
        var id = node.getBean(Fleet.class).backends().stream()
                .filter(found -> found.name().equals(backend))
                .findFirst()
                .orElseThrow()
                .id();
        node.getBean(JobRunner.class)
                .start(node.getBean(Claims.class).claim(ClaimWish.any(id)).orElseThrow());
    }

    @Override
    public void close() {
        b.close();
        a.close();
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }
}
