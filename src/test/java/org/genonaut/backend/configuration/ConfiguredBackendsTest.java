package org.genonaut.backend.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.genonaut.backend.BackendDeclaration;
import org.genonaut.backend.connection.ConnectionSettings;
import org.genonaut.backend.connection.Credentials;
import org.genonaut.comfyui.Timeouts;
import org.genonaut.comfyui.Trust;
import org.genonaut.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class ConfiguredBackendsTest {

    private static final String FIRST = "genonaut.comfyui.backends[0].";
    private static final String FINGERPRINT = "ab".repeat(32);

    @Test
    void readsEverySettingOfABackend() {
        var backend = only(Map.of(
                FIRST + "name", "Atlas",
                FIRST + "url", "https://gpu.example.org/comfy/",
                FIRST + "username", "maya",
                FIRST + "password", "env:PASSWORD",
                FIRST + "headers.X-Key", "topsecret",
                FIRST + "fingerprint", FINGERPRINT,
                FIRST + "connect-timeout", "1s",
                FIRST + "request-timeout", "2s",
                FIRST + "standstill", "3m"));

        assertThat(backend.name()).isEqualTo("Atlas");
        assertThat(backend.url()).hasToString("https://gpu.example.org/comfy");
        var connection = backend.connection();
        assertThat(connection.credentials()).isEqualTo(new Credentials.Basic("maya", Secret.of("env:PASSWORD")));
        assertThat(connection.headers()).containsExactly(Map.entry("X-Key", Secret.of("topsecret")));
        assertThat(connection.trust()).isEqualTo(Trust.Pinned.of(FINGERPRINT));
        assertThat(connection.timeouts())
                .isEqualTo(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(3)));
    }

    @Test
    void takesTheDefaultsForWhatIsAbsentOrBlank() {
        var backend = only(Map.of(FIRST + "url", "http://gpu-a:8188", FIRST + "token", "", FIRST + "name", " "));

        assertThat(backend.name()).isEqualTo("GPU A");
        assertThat(backend.connection()).isEqualTo(ConnectionSettings.to(backend.url()));
    }

    @Test
    void readsPlainAddressesAsBefore() {
        var backends = read(Map.of(
                "genonaut.comfyui.urls", "Atlas=http://a:8188,http://b:8188/=x", FIRST + "url", "http://c:8188"));

        assertThat(backends).extracting(BackendDeclaration::name).containsExactly("Atlas", "GPU B", "GPU C");
        assertThat(backends.get(1).url()).hasToString("http://b:8188/=x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            url=                                                        | url
            url=https://maya:topsecret@gpu                              | url
            url=https://gpu a/topsecret                                 | url
            url=ftp://gpu                                               | url
            url=https://gpu username=maya                               | password
            url=https://gpu password=topsecret                          | username
            url=https://gpu password=topsecret username=ma:ya           | username
            url=https://gpu password=env:topsecret! username=maya       | password
            url=https://gpu token=topsecret username=maya               | token
            url=https://gpu token=file:topsecret                        | token
            url=https://gpu headers.Host=topsecret                      | Header Host
            url=https://gpu headers.X-Key=                              | headers.X-Key
            url=https://gpu token=topsecret headers.authorization=a     | Authorization
            url=https://gpu ca-file=/nowhere/ca.pem                     | ca-file
            url=https://gpu ca-file=pom.xml                             | ca-file
            url=https://gpu fingerprint=topsecret                       | fingerprint
            url=https://gpu ca-file=pom.xml fingerprint=ab              | fingerprint
            url=http://gpu fingerprint=FINGERPRINT                      | https
            url=https://gpu connect-timeout=0s                          | connect-timeout
            url=https://gpu connect-timeout=topsecret                   | connect-timeout
            url=https://gpu standstill=-1m                              | standstill
            url=https://gpu headers=X-Key:topsecret                     | headers.X-Key
            """)
    void refusesWhatCannotBeMeantAndNamesTheKey(String settings, String key) {
        var properties = new HashMap<String, String>();
        for (var setting : settings.split(" (?=[a-z.A-Z-]+=)")) {
            var parts = setting.split("=", 2);
            properties.put(FIRST + parts[0], parts[1].replace("FINGERPRINT", FINGERPRINT));
        }

        assertThat(refusal(properties))
                .startsWith("genonaut.comfyui.backends[0]")
                .contains(key)
                .doesNotContain("topsecret");
    }

    @Test
    void refusesAPlainAddressThatIsNone() {
        assertThat(refusal(Map.of("genonaut.comfyui.urls", "http://a,Atlas=http://maya:topsecret@b")))
                .startsWith("genonaut.comfyui.urls[1]")
                .doesNotContain("topsecret");
        assertThat(refusal(Map.of("genonaut.comfyui.urls", "http://a b"))).startsWith("genonaut.comfyui.urls[0]");
    }

    @Test
    void refusesTheSameAddressTwice() {
        assertThat(refusal(Map.of("genonaut.comfyui.urls", "http://a:8188/", FIRST + "url", "http://a:8188")))
                .startsWith(FIRST + "url")
                .contains("same address");
    }

    @Test
    void isAskedWhatToPrintInsteadOfAStackTrace() throws IOException {
        var factories = new FileSystemResource("src/main/resources/META-INF/spring.factories");

        assertThat(PropertiesLoaderUtils.loadProperties(factories).getProperty(FailureAnalyzer.class.getName()))
                .contains(BackendMisconfiguredAnalyzer.class.getName(), BackendBindingAnalyzer.class.getName());
    }

    /** The sentence that is printed instead of a stack trace. */
    private static String refusal(Map<String, String> properties) {
        try {
            read(properties);
        } catch (BackendMisconfigured e) {
            return description(new BackendMisconfiguredAnalyzer().analyze(e));
        } catch (BindException e) {
            return description(new BackendBindingAnalyzer().analyze(e));
        }
        throw new AssertionError("Nothing was refused");
    }

    private static String description(@Nullable FailureAnalysis analysis) {
        return Objects.requireNonNull(analysis).getDescription();
    }

    private static BackendDeclaration only(Map<String, String> properties) {
        assertThat(read(properties)).hasSize(1);
        return read(properties).getFirst();
    }

    private static List<BackendDeclaration> read(Map<String, String> properties) {
        var binder = new Binder(new MapConfigurationPropertySource(properties));
        return ConfiguredBackends.declarations(binder.bindOrCreate("genonaut.comfyui", BackendProperties.class));
    }
}
