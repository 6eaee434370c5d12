package org.genonaut.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.genonaut.GenonautApplication;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.account.Accounts;
import org.genonaut.account.ApiTokens;
import org.genonaut.backend.connection.ConnectionSettings;
import org.genonaut.backend.connection.Credentials;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.comfyui.ServerCertificate;
import org.genonaut.comfyui.Timeouts;
import org.genonaut.comfyui.Trust;
import org.genonaut.database.TestDatabase;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.secret.Secret;
import org.genonaut.secret.Secrets;
import org.genonaut.secret.TestSecrets;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Whole applications with backends behind https, a private certificate and credentials, in a real database. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(180)
class GuardedBackendTest {

    private static final String PASSWORD = "open-sesame-4711";
    private static final String KEY = "abracadabra-0815";
    private static final String TOKEN = "shazam-1234";
    private static final String OLD_TOKEN = "hocus-5678";
    private static final String NEW_TOKEN = "pocus-9012";
    private static final String BASIC = "bWF5YTpvcGVuLXNlc2FtZS00NzEx";

    @TempDir
    private static Path folder;

    private static Simulator simulator;
    private static GuardedProxy proxy;
    private static ServerCertificate certificate;
    private static Path keys;
    private static Path tokenFile;
    private static List<String> database;
    private static ConfigurableApplicationContext application;

    /** Each application puts its own in place, for the whole process; those of other tests rely on theirs. */
    private static SecurityContextHolderStrategy strategy;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        strategy = SecurityContextHolder.getContextHolderStrategy();
        simulator = Simulator.start(SimulatorOptions.instant().withPreviews(true));
        certificate = ServerCertificate.issue(folder, "gpu", "ip:127.0.0.1");
        proxy = GuardedProxy.start(certificate, simulator.url());
        proxy.admit("Authorization: Basic " + BASIC);
        proxy.admit("X-Key: " + KEY);
        proxy.admit("Authorization: Bearer " + OLD_TOKEN);
        Files.writeString(folder.resolve("ca.pem"), certificate.pem());
        tokenFile = Files.writeString(folder.resolve("token"), OLD_TOKEN + "\n");
        keys = Files.writeString(folder.resolve("secret.key"), TestSecrets.key(1));
        application = run(new TestDatabase());
        database = Stream.of("genonaut.db.url", "genonaut.db.user", "genonaut.db.password", "genonaut.data-directory")
                .map(key -> "--" + key + "=" + application.getEnvironment().getRequiredProperty(key))
                .toList();
        fleet().declare(BackendOrigin.ADMIN, List.of(pinned(Timeouts.DEFAULT), rotating()), "Removed.");
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        SecurityContextHolder.setContextHolderStrategy(strategy);
        proxy.close();
        simulator.close();
        LoggingSystem.get(GuardedBackendTest.class.getClassLoader()).setLogLevel("org.genonaut", LogLevel.WARN);
    }

    @AfterEach
    void neverLogsASecret(CapturedOutput log) {
        assertThat(log.getAll())
                .contains("was created as ADMIN")
                .doesNotContain(PASSWORD, KEY, TOKEN, OLD_TOKEN, NEW_TOKEN, BASIC, TestSecrets.key(1));
    }

    @Test
    void generatesBehindAPasswordAndAPrivateCertificate() {
        awaitUp("Guarded");
        await().until(() -> bean(ModelCatalog.class).usable(ModelType.CHECKPOINT).stream()
                .anyMatch(
                        model -> model.presence().containsKey(backend("Guarded").id())));
        // Only those with a password are left to take the job.
        fleet().declare(BackendOrigin.ADMIN, List.of(), "Not now.");
        var maya = new TestAccounts(bean(Accounts.class), bean(ApiTokens.class))
                .member(TestFleet.newName())
                .id();
        var generations = bean(GenerationService.class);
        proxy.passed().clear();

        var id = generations.submit(
                maya, GenerationDraft.of(aGeneration().build().withSeed(Seed.random())));
        var ended = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> generations.find(maya, id).orElseThrow(),
                        found -> !found.status().isOpen());

        assertThat(ended.status()).isEqualTo(GenerationStatus.COMPLETED);
        assertThat(ended.images()).hasSize(1);
        assertThat(proxy.passed())
                .anyMatch(line -> line.matches("GET /comfy[^/]*/ws\\?.*"))
                .anyMatch(line -> line.matches("POST /comfy[^/]*/prompt .*"))
                .anyMatch(line -> line.matches("GET /comfy[^/]*/view\\?.*"));
        fleet().declare(BackendOrigin.ADMIN, List.of(pinned(Timeouts.DEFAULT), rotating()), "Removed.");
    }

    @Test
    void storesNoSecretThatCanBeRead() {
        var rows = rows();

        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(row -> assertThat(row).doesNotContain(PASSWORD, KEY, TOKEN, OLD_TOKEN, BASIC));
        assertThat(rows).filteredOn(row -> row.contains("v1.")).hasSize(3);
    }

    @Test
    void replacesTheClientOfABackendWhoseSettingsChangedAndNoOther() {
        var guarded = fleet().client(backend("Guarded").id());
        var pinned = fleet().client(backend("Pinned").id());

        fleet().declare(BackendOrigin.ADMIN, List.of(pinned(Timeouts.DEFAULT), rotating()), "Removed.");
        assertThat(fleet().client(backend("Pinned").id())).isSameAs(pinned);

        var patient = new Timeouts(Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofMinutes(9));
        fleet().declare(BackendOrigin.ADMIN, List.of(pinned(patient), rotating()), "Removed.");
        assertThat(fleet().client(backend("Pinned").id())).isNotSameAs(pinned);
        assertThat(fleet().client(backend("Guarded").id())).isSameAs(guarded);
        awaitUp("Pinned");
    }

    @Test
    void readsATokenAgainWhenTheServerTakesTheOldOneNoMore() throws IOException {
        awaitUp("Rotating");
        proxy.refuse("Authorization: Bearer " + OLD_TOKEN);
        proxy.admit("Authorization: Bearer " + NEW_TOKEN);
        awaitAway("Rotating");
        Files.writeString(tokenFile, NEW_TOKEN);

        awaitUp("Rotating");
    }

    @Test
    void startsAgainWithANewKeyAndWithoutWhatCannotBeOpened() throws IOException {
        awaitUp("Pinned");
        var patient = new Timeouts(Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofMinutes(9));
        var edited = backend("Edited");
        asAdmin(() -> {
            var before = settings().find(edited.id()).orElseThrow();
            var changed = new ConnectionSettings(
                    before.url(), before.credentials(), before.headers(), before.trust(), patient);
            settings().change(edited.id(), new BackendDeclaration("Edited by Ada", changed));
        });
        jdbc().sql("""
                        insert into backend (id, name, url, connection_settings, sealed_secrets, origin, enabled,
                                             created_at, updated_at, version)
                        select uuid(), 'Stolen', concat(url, '-stolen'), connection_settings,
                               sealed_secrets, origin, enabled, created_at, updated_at, version
                          from backend where name = 'Pinned'
                        """).update();
        application.close();
        Files.writeString(keys, TestSecrets.key(2) + "\n" + TestSecrets.key(1) + "\n");
        application = run(context -> {});

        awaitUp("Guarded");
        awaitUp("Pinned");
        awaitUp("Rotating");
        awaitUp("Edited by Ada");
        assertThat(backend("Edited by Ada").id()).isEqualTo(edited.id());
        assertThat(fleet().backends())
                .filteredOn(backend -> backend.url().equals(edited.url()))
                .hasSize(1);
        asAdmin(() -> assertThat(settings().find(edited.id()))
                .hasValueSatisfying(found -> assertThat(found.timeouts()).isEqualTo(patient)));
        assertThat(reason(awaitAway("Stolen"))).contains("sealed for another place");
        var sealed = jdbc().sql("select sealed_secrets from backend where name in ('Guarded', 'Pinned')")
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(sealed).hasSize(2).allMatch(bean(Secrets.class)::isCurrent);
        jdbc().sql("delete from backend where name = 'Stolen'").update();
    }

    private static ConfigurableApplicationContext run(
            ApplicationContextInitializer<ConfigurableApplicationContext> initializer) {
        // As the application's own main does.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--logging.level.org.genonaut=trace",
                "--genonaut.secret.key-file=" + keys,
                "--genonaut.comfyui.backends[0].name=Guarded",
                "--genonaut.comfyui.backends[0].url=" + proxy.url("127.0.0.1", "/comfy/"),
                "--genonaut.comfyui.backends[0].username=maya",
                "--genonaut.comfyui.backends[0].password=" + PASSWORD,
                "--genonaut.comfyui.backends[0].ca-file=" + folder.resolve("ca.pem"),
                "--genonaut.comfyui.backends[1].name=Edited",
                "--genonaut.comfyui.backends[1].url=" + proxy.url("127.0.0.1", "/comfy-edited"),
                "--genonaut.comfyui.backends[1].username=maya",
                "--genonaut.comfyui.backends[1].password=" + PASSWORD,
                "--genonaut.comfyui.backends[1].fingerprint=" + fingerprint()));
        arguments.addAll(database == null ? List.of() : database);
        return new SpringApplicationBuilder(GenonautApplication.class)
                .profiles("test")
                .initializers(
                        initializer,
                        context -> ((org.springframework.context.support.GenericApplicationContext) context)
                                .registerBean("accounts-for-tests", TestAccounts.class))
                .run(arguments.toArray(String[]::new));
    }

    /** By a name that is not in the certificate. */
    private static BackendDeclaration pinned(Timeouts timeouts) {
        return declared("Pinned", "/comfy", Secret.of(TOKEN), Map.of("X-Key", Secret.of(KEY)), timeouts);
    }

    private static BackendDeclaration rotating() {
        return declared("Rotating", "/comfy-rotating", Secret.of("file:" + tokenFile), Map.of(), Timeouts.DEFAULT);
    }

    private static BackendDeclaration declared(
            String name, String prefix, Secret token, Map<String, Secret> headers, Timeouts timeouts) {
        return new BackendDeclaration(
                name,
                new ConnectionSettings(
                        proxy.url("localhost", prefix),
                        new Credentials.Bearer(token),
                        headers,
                        Trust.Pinned.of(fingerprint()),
                        timeouts));
    }

    private static void awaitUp(String name) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var backend = backend(name);
            fleet().suspect(backend.id());
            return backend.isUp();
        });
    }

    private static Backend awaitAway(String name) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            fleet().suspect(backend(name).id());
                            return backend(name);
                        },
                        Backend::isAway);
    }

    private static String reason(Backend backend) {
        return backend.state() instanceof BackendState.Away away ? away.details() : "";
    }

    private static Backend backend(String name) {
        return fleet().backends().stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows() {
        return jdbc().sql("select * from backend")
                .query((row, number) -> {
                    var text = new StringBuilder();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        text.append(row.getString(column)).append('\n');
                    }
                    return text.toString();
                })
                .list();
    }

    private static void asAdmin(Runnable action) {
        var admin = application.getBean(UserDetailsService.class).loadUserByUsername("admin");
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(admin, null, admin.getAuthorities())));
        try {
            action.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static String fingerprint() {
        try {
            return certificate.fingerprint();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BackendSettings settings() {
        return bean(BackendSettings.class);
    }

    private static Fleet fleet() {
        return bean(Fleet.class);
    }

    private static JdbcClient jdbc() {
        return application.getBean("jdbcClient", JdbcClient.class);
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
