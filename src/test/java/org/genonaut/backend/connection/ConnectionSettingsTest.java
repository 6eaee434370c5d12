package org.genonaut.backend.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.genonaut.backend.BackendDeclaration;
import org.genonaut.comfyui.Timeouts;
import org.genonaut.comfyui.Trust;
import org.genonaut.secret.Secret;
import org.genonaut.secret.SecretException;
import org.genonaut.secret.TestSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {

    private static final URI HTTPS = URI.create("https://gpu.example.org/comfy/");
    private static final Credentials NONE = new Credentials.None();
    private static final Credentials BASIC = new Credentials.Basic("maya", Secret.of("topsecret"));
    private static final Trust PINNED = Trust.Pinned.of("ab".repeat(32));

    @Test
    void becomesAConnectionWithEverySecretRevealed() {
        var settings = settings(HTTPS, BASIC, Map.of("X-Key", Secret.of("env:KEY")), PINNED);
        var connection = settings.connection(TestSecrets.with(Map.of("KEY", "hidden")));

        assertThat(connection.baseUrl()).hasToString("https://gpu.example.org/comfy");
        assertThat(connection.headers())
                .containsEntry("Authorization", "Basic bWF5YTp0b3BzZWNyZXQ=")
                .containsEntry("X-Key", "hidden");
        assertThat(connection.trust()).isEqualTo(PINNED);
        assertThat(connection.timeouts()).isEqualTo(Timeouts.DEFAULT);
    }

    @Test
    void sendsATokenAsABearerDoes() {
        var settings = settings(HTTPS, new Credentials.Bearer(Secret.of("topsecret")), Map.of(), Trust.platform());

        assertThat(settings.connection(TestSecrets.with()).headers())
                .containsExactly(Map.entry("Authorization", "Bearer topsecret"));
    }

    @Test
    void saysWhatIsMissingWhenAReferenceLeadsNowhere() {
        var settings = settings(HTTPS, NONE, Map.of("X-Key", Secret.of("env:KEY")), Trust.platform());

        assertThatThrownBy(() -> settings.connection(TestSecrets.with()))
                .isInstanceOf(SecretException.Missing.class)
                .hasMessageContaining("KEY");
    }

    @Test
    void neverShowsASecret() {
        var headers = Map.of("X-Key", Secret.of("topsecret"));

        assertThat(settings(HTTPS, BASIC, headers, Trust.platform()))
                .asString()
                .contains("gpu.example.org", "X-Key", "Basic")
                .doesNotContain("topsecret");
        assertThat(new BackendDeclaration("A", settings(HTTPS, BASIC, headers, Trust.platform())))
                .asString()
                .doesNotContain("topsecret");
        assertThat(BASIC).asString().doesNotContain("topsecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://gpu", "gpu-a:8188", "https://maya:topsecret@gpu", "https://gpu/?a=b"})
    void refusesWhatIsNoBaseOfAServer(String url) {
        assertThatThrownBy(() -> ConnectionSettings.to(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void refusesWhatContradictsItself() {
        var authorization = Map.of("authorization", Secret.of("topsecret"));

        assertRefused(() -> settings(HTTPS, BASIC, authorization, Trust.platform()));
        assertRefused(() -> settings(URI.create("http://gpu"), NONE, Map.of(), PINNED));
        assertThat(settings(HTTPS, NONE, authorization, Trust.platform()).headers())
                .hasSize(1);
    }

    @Test
    void refusesWhatNoHeaderCanCarry() {
        assertRefused(() -> settings(HTTPS, NONE, Map.of("X Key", Secret.of("topsecret")), PINNED));
        assertRefused(() -> settings(HTTPS, NONE, Map.of("Host", Secret.of("topsecret")), PINNED));
        assertRefused(() -> settings(HTTPS, NONE, Map.of("X-Key", Secret.of("topsecret\n")), PINNED));
        assertRefused(() -> settings(HTTPS, new Credentials.Bearer(Secret.of("topsecret\n")), Map.of(), PINNED));
        var many = new TreeMap<String, Secret>();
        for (int number = 0; number < 21; number++) {
            many.put("X-" + number, Secret.of("topsecret"));
        }
        assertRefused(() -> settings(HTTPS, NONE, many, PINNED));
    }

    @Test
    void refusesUserNamesThatHttpCannotTellFromPasswords() {
        assertRefused(() -> new Credentials.Basic("ma:ya", Secret.of("topsecret")));
        assertRefused(() -> new Credentials.Basic(" ", Secret.of("topsecret")));
    }

    @Test
    void knowsWhenOthersCanReadItsSecrets() {
        assertThat(at("http://gpu-a:8188", BASIC).exposesSecrets()).isTrue();
        assertThat(settings(URI.create("http://127.gpu.org"), NONE, Map.of("X-Key", Secret.of("a")), Trust.platform())
                        .exposesSecrets())
                .isTrue();
        assertThat(at("https://gpu-a", BASIC).exposesSecrets()).isFalse();
        assertThat(at("http://gpu-a:8188", NONE).exposesSecrets()).isFalse();
        assertThat(at("http://127.0.0.1:8188", BASIC).exposesSecrets()).isFalse();
        assertThat(at("http://localhost", BASIC).exposesSecrets()).isFalse();
        assertThat(at("http://[::1]:8188", BASIC).exposesSecrets()).isFalse();
    }

    private static void assertRefused(ThrowingCallable settings) {
        assertThatThrownBy(settings)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("topsecret");
    }

    private static ConnectionSettings at(String url, Credentials credentials) {
        return settings(URI.create(url), credentials, Map.of(), Trust.platform());
    }

    private static ConnectionSettings settings(
            URI url, Credentials credentials, Map<String, Secret> headers, Trust trust) {
        return new ConnectionSettings(url, credentials, headers, trust, Timeouts.DEFAULT);
    }
}
