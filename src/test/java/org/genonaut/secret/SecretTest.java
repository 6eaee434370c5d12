package org.genonaut.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @TempDir
    private Path folder;

    private final Secrets secrets = TestSecrets.with(Map.of("GPU_TOKEN", "topsecret", "EMPTY", ""));

    @Test
    void showsWhereASecretStandsAndNeverTheSecret() {
        assertThat(Secret.of("topsecret")).asString().doesNotContain("topsecret");
        assertThat(Secret.of("env:GPU_TOKEN")).asString().contains("GPU_TOKEN");
        assertThat(Secret.of("env:GPU_TOKEN"))
                .isInstanceOfSatisfying(
                        Secret.Reference.class,
                        reference -> assertThat(reference.text()).isEqualTo("env:GPU_TOKEN"));
        assertThat(Secret.of("file:" + folder))
                .isInstanceOfSatisfying(
                        Secret.Reference.class,
                        reference -> assertThat(reference.text()).isEqualTo("file:" + folder));
    }

    @Test
    void revealsItselfOrWhatItRefersTo() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "top secret\n");

        assertThat(secrets.reveal(Secret.of("topsecret"))).isEqualTo("topsecret");
        assertThat(secrets.reveal(Secret.of("env:GPU_TOKEN"))).isEqualTo("topsecret");
        assertThat(secrets.reveal(Secret.of("file:" + file))).isEqualTo("top secret");
    }

    @Test
    void readsAFileAtEachUse() throws IOException {
        var file = folder.resolve("token");
        var secret = Secret.of("file:" + file);

        assertThatThrownBy(() -> secrets.reveal(secret))
                .isInstanceOf(SecretException.Missing.class)
                .hasMessageContaining(file.toString());
        Files.writeString(file, "old");
        assertThat(secrets.reveal(secret)).isEqualTo("old");
        Files.writeString(file, "new");
        assertThat(secrets.reveal(secret)).isEqualTo("new");
    }

    @Test
    void saysWhichReferenceLeadsNowhere() throws IOException {
        var tooLong = Files.writeString(folder.resolve("long"), "topsecret".repeat(10_000));

        assertThatThrownBy(() -> secrets.reveal(Secret.of("env:OTHER")))
                .isInstanceOf(SecretException.Missing.class)
                .hasMessageContaining("OTHER is not set");
        assertThatThrownBy(() -> secrets.reveal(Secret.of("env:EMPTY"))).hasMessageContaining("env:EMPTY is empty");
        assertThatThrownBy(() -> secrets.reveal(Secret.of("file:" + tooLong)))
                .isInstanceOf(SecretException.Missing.class)
                .hasMessageNotContaining("topsecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "env:", "env:TOP SECRET", "env:$X", "file:", "file:relative/path", "file:\0"})
    void refusesWhatIsNeitherSecretNorReference(String text) {
        assertThatThrownBy(() -> Secret.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("SECRET");
    }
}
