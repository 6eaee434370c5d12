package org.genonaut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@GeneratingTest
class ApiRateLimitTest {

    private static final int MORE_THAN_A_BURST = 400;

    @Autowired
    private TestAccounts accounts;

    private final RestTestClient http;
    private String greedy = "";
    private String modest = "";

    ApiRateLimitTest(@LocalServerPort int port) {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @BeforeEach
    void twoMembers() {
        greedy = accounts.bearer(accounts.member(TestFleet.newName()));
        modest = accounts.bearer(accounts.member(TestFleet.newName()));
    }

    @Test
    void tellsWhoWritesTooOftenWhenToWriteAgain() {
        write(greedy).expectStatus().isBadRequest();

        var refused = Stream.generate(() -> write(greedy).expectBody().returnResult())
                .limit(MORE_THAN_A_BURST)
                .filter(answer -> answer.getStatus().value() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(Integer.parseInt(String.valueOf(refused.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))))
                .isPositive();
        read(greedy).expectStatus().isOk();
        write(modest).expectStatus().isBadRequest();
    }

    private RestTestClient.ResponseSpec write(String bearer) {
        return http.post()
                .uri("/api/generation/request")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange();
    }

    private RestTestClient.ResponseSpec read(String bearer) {
        return http.get()
                .uri("/api/generation/list")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange();
    }
}
