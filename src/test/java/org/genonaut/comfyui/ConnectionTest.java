package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {

    @Test
    void keepsThePathPrefixOfTheBaseUrl() {
        var connection = Connection.to(URI.create("https://gpu.example.org/comfy/atlas/"));

        assertThat(connection.http("/queue")).hasToString("https://gpu.example.org/comfy/atlas/queue");
        assertThat(connection.webSocket("/ws?clientId=a"))
                .hasToString("wss://gpu.example.org/comfy/atlas/ws?clientId=a");
    }

    @Test
    void speaksPlainWebSocketWhereItSpeaksPlainHttp() {
        var connection = Connection.to(URI.create("HTTP://127.0.0.1:8188"));

        assertThat(connection.http("/queue")).hasToString("http://127.0.0.1:8188/queue");
        assertThat(connection.webSocket("/ws")).hasToString("ws://127.0.0.1:8188/ws");
    }

    @Test
    void neverShowsTheValuesOfHeaders() {
        assertThat(with(Map.of("Authorization", "Bearer topsecret")))
                .asString()
                .contains("Authorization")
                .doesNotContain("topsecret");
    }

    @Test
    void refusesHeadersThatWouldBreakARequest() {
        assertThatThrownBy(() -> with(Map.of("X-Key", "a\r\nX-Other: b"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(Map.of("X Key", "a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(Map.of("Host", "a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(Map.of("origin", "http://a"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1",
                "127.0.0.1:8188",
                "http:///queue",
                "http://127.0.0.1/?a=b",
                "http://127.0.0.1/#a",
                "http://user:word@127.0.0.1/"
            })
    void refusesAddressesThatAreNoBaseOfAServer(String url) {
        assertThatThrownBy(() -> Connection.to(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("word");
    }

    private static Connection with(Map<String, String> headers) {
        return new Connection(URI.create("http://127.0.0.1:1"), headers, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
}
