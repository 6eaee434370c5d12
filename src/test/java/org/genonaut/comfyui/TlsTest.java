package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.genonaut.comfyui.StandIn.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers behind https with certificates that no public authority has issued. */
@Timeout(60)
class TlsTest {

    private static ServerCertificate ours;
    private static ServerCertificate other;
    private static ServerCertificate elsewhere;

    @BeforeAll
    static void issue(@TempDir Path folder) throws IOException, InterruptedException {
        ours = ServerCertificate.issue(folder, "ours", "ip:127.0.0.1");
        other = ServerCertificate.issue(folder, "other", "ip:127.0.0.1");
        elsewhere = ServerCertificate.issue(folder, "elsewhere", "dns:gpu.example.org");
    }

    @Test
    void distrustsAPrivateCertificateUnlessToldTo() {
        assertThatThrownBy(() -> ask(ours, Trust.platform()))
                .isInstanceOf(ComfyUIException.Unreachable.class)
                .hasMessageContaining("certificate");
    }

    @Test
    void trustsThePrivateAuthorityThatItWasGiven() throws Exception {
        assertThat(ask(ours, new Trust.PrivateAuthority(ours.pem()))).isEqualTo("0.3.64");
        assertThat(ask(ours, new Trust.PrivateAuthority(other.pem() + "\n" + ours.pem())))
                .isEqualTo("0.3.64");
    }

    @Test
    void distrustsWhatAnotherAuthorityIssued() {
        assertThatThrownBy(() -> ask(ours, new Trust.PrivateAuthority(other.pem())))
                .isInstanceOf(ComfyUIException.Unreachable.class);
    }

    @Test
    void checksTheHostsNameEvenOfATrustedAuthority() {
        assertThatThrownBy(() -> ask(elsewhere, new Trust.PrivateAuthority(elsewhere.pem())))
                .isInstanceOf(ComfyUIException.Unreachable.class);
    }

    @Test
    void trustsThePinnedCertificateWhateverHostItNames() throws Exception {
        assertThat(ask(elsewhere, Trust.Pinned.of(elsewhere.fingerprint()))).isEqualTo("0.3.64");
    }

    @Test
    void distrustsEveryCertificateButThePinnedOne() {
        assertThatThrownBy(() -> ask(ours, Trust.Pinned.of(other.fingerprint())))
                .isInstanceOf(ComfyUIException.Unreachable.class)
                .hasMessageContaining("another certificate");
    }

    @Test
    void opensTheSocketWithTheSameTrustAndHeaders() throws Exception {
        try (var server = new StandIn(ours.serverSide()).opensSockets();
                var client = new ComfyUIClient(server.connection().withTrust(Trust.Pinned.of(ours.fingerprint())))) {
            server.on("POST /prompt", Reply.json(400, "{\"error\":{\"message\":\"no\"},\"node_errors\":{}}"));
            client.execute(new Execution(PromptId.random(), ClientId.random(), Recorded.anyWorkflow()), new Heard());

            assertThat(server.heard()).contains("feature_flags");
            assertThat(server.headers())
                    .hasSize(2)
                    .allSatisfy(headers -> assertThat(headers.get("X-Key")).isEqualTo("secret"));
        }
    }

    private static String ask(ServerCertificate certificate, Trust trust) throws Exception {
        try (var server = new StandIn(certificate.serverSide());
                var client = new ComfyUIClient(server.connection().withTrust(trust))) {
            server.on("GET /system_stats", Reply.json("{\"system\":{\"comfyui_version\":\"0.3.64\"},\"devices\":[]}"));
            return client.server().systemStats().version();
        }
    }
}
