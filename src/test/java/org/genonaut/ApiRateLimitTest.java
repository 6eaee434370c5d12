package org.genonaut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@GeneratingTest
class ApiRateLimitTest {

    private static final int MORE_THAN_A_BURST = 80;

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
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < MORE_THAN_A_BURST; i++) {
            statuses.add(write(greedy).expectBody().returnResult().getStatus().value());
        }

        assertThat(statuses.getFirst()).isEqualTo(400);
        assertThat(statuses).contains(429);
        var refused = write(greedy)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .returnResult();
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
