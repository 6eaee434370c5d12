package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
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
        assertThatThrownBy(() -> with(Map.of("Content-Type", "text/plain")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(Map.of("Accept-Encoding", "gzip"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAHeaderThatJavaWouldSendAsSomethingElse() {
        assertThatThrownBy(() -> with(Map.of("X-Key", "geh\u00e9im")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-Key")
                .hasMessageNotContaining("geh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://gpu-a:99999", "http://gpu-a:0"})
    void refusesAPortThatThereIsNot(String url) {
        assertThatThrownBy(() -> Connection.to(URI.create(url))).hasMessageContaining("1 to 65535");
    }

    @Test
    void saysWhatKeepsAHostFromBeingOne() {
        assertThatThrownBy(() -> Connection.to(URI.create("http://gpu_a:8188"))).hasMessageContaining("underscore");
    }

    @Test
    void sendsCredentialsAsAHeader() {
        var connection = Connection.to(URI.create("https://gpu.example.org"));

        assertThat(connection.withBasic("maya", "grün:1").headers())
                .containsEntry("Authorization", "Basic bWF5YTpncsO8bjox");
        assertThat(connection
                        .withHeader("authorization", "old")
                        .withBearer("new")
                        .headers())
                .containsExactly(Map.entry("authorization", "Bearer new"));
        assertThat(connection.withBearer("topsecret")).asString().doesNotContain("topsecret");
        assertThatThrownBy(() -> connection.withBasic("ma:ya", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsFingerprintsAsPeopleCopyThem() {
        var hex = "ab".repeat(32);

        assertThat(Trust.Pinned.of("AB:".repeat(31) + "AB\n").fingerprint()).hasToString(hex);
        assertThat(Trust.Pinned.of(hex).fingerprint()).hasToString(hex);
        assertThatThrownBy(() -> Trust.Pinned.of("ab:cd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnAuthorityWithoutACertificate() {
        assertThatThrownBy(() -> new Trust.PrivateAuthority("hello")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Trust.PrivateAuthority("")).isInstanceOf(IllegalArgumentException.class);
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
        return new Connection(URI.create("http://127.0.0.1:1"), headers, Trust.platform(), Timeouts.DEFAULT);
    }
}
