package org.genonaut.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsOneKeyALineAndSkipsComments() throws IOException {
        var ring = file("# of November\n\n  " + TestSecrets.key(2) + "  \r\n" + TestSecrets.key(1))
                .read();

        assertThat(ring.absence()).isEmpty();
        assertThat(ring.open(TestSecrets.with(TestSecrets.key(1)).seal("text", "here"), "here"))
                .isEqualTo("text");
        assertThat(ring.isCurrent(TestSecrets.with(TestSecrets.key(2)).seal("text", "here")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"topsecret!", "dG9wc2VjcmV0", "# only a comment", ""})
    void saysWhatIsWrongWithoutShowingIt(String content) throws IOException {
        assertThat(file(content).read().absence())
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("secret.key", "openssl rand -base64 32")
                        .doesNotContain("topsecret", "dG9wc2VjcmV0"));
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        assertThat(file("# comment\n" + TestSecrets.key(1) + "\nshort").read().absence())
                .hasValueSatisfying(why -> assertThat(why).contains("line 3"));
    }

    @Test
    void saysThatTheFileIsMissing() {
        assertThat(new KeyFile(folder.resolve("lost.key")).read().absence())
                .hasValueSatisfying(why -> assertThat(why).contains("lost.key cannot be read"));
    }

    @Test
    void makesAKeyOnceThatOnlyItsOwnerMayRead() throws IOException {
        var file = new KeyFile(folder.resolve("data").resolve("secret.key"));
        file.createIfMissing();
        var first = Files.readString(file.path());
        file.createIfMissing();

        assertThat(file.path()).hasContent(first);
        assertThat(file.read().absence()).isEmpty();
        assertThat(file.path().getParent()).isDirectoryContaining(path -> path.equals(file.path()));
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    private KeyFile file(String content) throws IOException {
        return new KeyFile(Files.writeString(folder.resolve("secret.key"), content));
    }
}
