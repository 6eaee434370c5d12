package org.genonaut.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GenonautTest
class RequestBodyLimitTest {

    private static final byte[] TWO_MEGABYTES =
            ("{\"name\": \"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    @Autowired
    private TestAccounts accounts;

    @Test
    void refusesALargeBodyThatAnnouncesItsLength() throws Exception {
        assertRefused(BodyPublishers.ofByteArray(TWO_MEGABYTES));
    }

    @Test
    void refusesALargeBodySentInChunks() throws Exception {
        assertRefused(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TWO_MEGABYTES)));
    }

    private void assertRefused(BodyPublisher body) throws IOException, InterruptedException {
        var answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("at most 1048576 bytes");
    }

    private HttpResponse<String> post(BodyPublisher body) throws IOException, InterruptedException {
        accounts.member("maya");
        var credentials = Base64.getEncoder().encodeToString("maya:maya".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/tokens"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
