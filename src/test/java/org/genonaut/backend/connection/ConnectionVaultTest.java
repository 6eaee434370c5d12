package org.genonaut.backend.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.genonaut.comfyui.Timeouts;
import org.genonaut.comfyui.Trust;
import org.genonaut.secret.Secret;
import org.genonaut.secret.Secrets;
import org.genonaut.secret.TestSecrets;
import org.junit.jupiter.api.Test;

class ConnectionVaultTest {

    private static final URI GPU = URI.create("https://gpu.example.org/comfy");
    private static final UUID ATLAS = new UUID(7, 1);
    private static final UUID BOREALIS = new UUID(7, 2);

    private static final ConnectionSettings FULL = new ConnectionSettings(
            GPU,
            new Credentials.Basic("maya", Secret.of("topsecret")),
            Map.of("X-Key", Secret.of("hidden"), "X-Other", Secret.of("env:OTHER")),
            Trust.Pinned.of("ab".repeat(32)),
            new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(3)));

    private final ConnectionVault vault = vault(TestSecrets.with(TestSecrets.key(1)));

    @Test
    void findsAgainWhatItStored() {
        assertThat(vault.settings(stored(ATLAS, FULL))).isEqualTo(FULL);

        var token = new ConnectionSettings(
                GPU, new Credentials.Bearer(Secret.of("topsecret")), Map.of(), Trust.platform(), Timeouts.DEFAULT);
        assertThat(vault.settings(stored(ATLAS, token))).isEqualTo(token);
    }

    @Test
    void storesNoSecretInTheClear() {
        var stored = stored(ATLAS, FULL);

        assertThat(stored.settings()).contains("maya", "X-Key", "env:OTHER").doesNotContain("topsecret", "hidden");
        assertThat(stored.secrets()).startsWith("v1.").doesNotContain("topsecret", "hidden");
    }

    @Test
    void needsNoKeyForWhatIsNoSecret() {
        var open = new ConnectionSettings(
                GPU, new Credentials.Bearer(Secret.of("env:TOKEN")), Map.of(), Trust.platform(), Timeouts.DEFAULT);
        var keyless = vault(TestSecrets.with(Map.of("TOKEN", "topsecret")));
        var backend = stored(keyless, ATLAS, open);

        assertThat(backend.secrets()).isNull();
        assertThat(keyless.connection(backend).headers()).containsValue("Bearer topsecret");
    }

    @Test
    void readsWhatWasStoredBeforeThereWereSettings() {
        assertThat(vault.settings(plain(ATLAS))).isEqualTo(ConnectionSettings.to(GPU));
    }

    @Test
    void keepsWhatIsStoredAlready() {
        var before = stored(ATLAS, FULL);

        assertThat(vault.store(FULL, before)).isSameAs(before);
    }

    @Test
    void opensNoSecretInAnotherRowOrAtAnotherAddress() {
        var atlas = stored(ATLAS, FULL);
        var elsewhere =
                new StoredConnection(ATLAS, URI.create("https://evil.example.org"), atlas.settings(), atlas.secrets());

        assertUnusable(
                vault,
                new StoredConnection(BOREALIS, GPU, atlas.settings(), atlas.secrets()),
                "sealed for another place");
        assertUnusable(vault, elsewhere, "sealed for another place");
    }

    @Test
    void saysThatThereWasNoKey() {
        var keyless = vault(TestSecrets.with());

        assertUnusable(keyless, stored(keyless, ATLAS, FULL), "GENONAUT_SECRET_KEY_FILE");
    }

    @Test
    void saysThatItsKeyIsLost() {
        assertUnusable(vault(TestSecrets.with(TestSecrets.key(2))), stored(ATLAS, FULL), "which we do not have");
        assertUnusable(vault(TestSecrets.with()), stored(ATLAS, FULL), "There is no key");
    }

    @Test
    void saysWhichReferenceLeadsNowhere() {
        assertThatThrownBy(() -> vault.connection(stored(ATLAS, FULL)))
                .isInstanceOf(BackendUnusable.class)
                .hasMessageContaining("OTHER");
    }

    @Test
    void saysThatAReferenceLeadsToWhatNoHeaderCarries() {
        var broken = vault(TestSecrets.with(Map.of("OTHER", "top\nsecret"), TestSecrets.key(1)));

        assertThatThrownBy(() -> broken.connection(stored(ATLAS, FULL)))
                .isInstanceOf(BackendUnusable.class)
                .hasMessageContaining("X-Other")
                .hasMessageNotContaining("secret");
    }

    @Test
    void survivesSettingsThatSomebodyBroke() {
        var secrets = stored(ATLAS, FULL).secrets();

        for (var broken :
                new String[] {"", "[]", "{\"headers\":{\"X-Key\":7}}", "{\"timeouts\":{\"connect\":\"x\"}}"}) {
            try {
                vault.settings(new StoredConnection(ATLAS, GPU, broken, secrets));
            } catch (BackendUnusable e) {
                assertThat(e.reason()).contains("cannot be read").doesNotContain("topsecret");
            }
        }
    }

    @Test
    void sealsAnewWithTheNewestKey() {
        var old = stored(ATLAS, FULL);
        var rotated = vault(TestSecrets.with(TestSecrets.key(2), TestSecrets.key(1)));
        var renewed = rotated.renewed(old).orElseThrow();

        assertThat(vault(TestSecrets.with(TestSecrets.key(2))).settings(renewed))
                .isEqualTo(FULL);
        assertThat(rotated.renewed(renewed)).isEmpty();
        assertThat(vault.renewed(old)).isEmpty();
        assertThat(vault(TestSecrets.with(TestSecrets.key(2))).renewed(old)).isEmpty();
    }

    private static void assertUnusable(ConnectionVault vault, StoredConnection stored, String why) {
        assertThatThrownBy(() -> vault.settings(stored))
                .isInstanceOf(BackendUnusable.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("topsecret");
    }

    private StoredConnection stored(UUID id, ConnectionSettings settings) {
        return stored(vault, id, settings);
    }

    private static StoredConnection stored(ConnectionVault vault, UUID id, ConnectionSettings settings) {
        return vault.store(settings, plain(id));
    }

    private static StoredConnection plain(UUID id) {
        return new StoredConnection(id, GPU, StoredConnection.NO_SETTINGS, null);
    }

    private static ConnectionVault vault(Secrets secrets) {
        return new ConnectionVault(secrets);
    }
}
