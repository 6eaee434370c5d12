package org.genonaut.account.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestBodySpec;

@GenonautTest
class TokenControllerTest {

    @Autowired
    private TestTables tables;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private Accounts accounts;

    private RestTestClient http;

    TokenControllerTest(@LocalServerPort int port) {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @BeforeEach
    void maya() {
        tables.empty();
        testAccounts.member("maya");
    }

    @Test
    void issuesATokenForBothScopesByDefault() {
        var body = asMaya().exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody();

        body.jsonPath("$.id").isNotEmpty();
        body.jsonPath("$.name").isEqualTo("API token");
        body.jsonPath("$.token").value(String.class, token -> assertThat(token).matches("gn_[A-Za-z0-9_-]{43}"));
        body.jsonPath("$.scopes.length()").isEqualTo(2);
        body.jsonPath("$.expires_at").isEmpty();
    }

    @Test
    void issuesWhatIsAskedFor() {
        var body = asMaya().contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"bot\", \"scopes\": [\"read\"], \"expires_in\": 3600}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody();

        body.jsonPath("$.name").isEqualTo("bot");
        body.jsonPath("$.scopes").isEqualTo("read");
        body.jsonPath("$.expires_at")
                .value(
                        String.class,
                        expiry -> assertThat(Instant.parse(expiry))
                                .isBetween(
                                        Instant.now().plusSeconds(3500),
                                        Instant.now().plusSeconds(3600)));
    }

    @Test
    void namesEveryInvalidField() {
        var body = asMaya().contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \" \", \"scopes\": [], \"expires_in\": -1}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody();

        body.jsonPath("$.violations[0].field").isEqualTo("expires_in");
        body.jsonPath("$.violations[1].field").isEqualTo("name");
        body.jsonPath("$.violations[2].field").isEqualTo("scopes");
    }

    @Test
    void namesTheAllowedScopes() {
        asMaya().contentType(MediaType.APPLICATION_JSON)
                .body("{\"scopes\": [\"write\"]}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("scopes[0] must be one of read, generate.");
    }

    @Test
    void refusesAWrongPassword() {
        http.post()
                .uri("/api/tokens")
                .headers(headers -> headers.setBasicAuth("maya", "wrong"))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Genonaut\"")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void refusesADisabledAccount() {
        accounts.disable(accounts.findByName("maya").orElseThrow().id());

        asMaya().exchange().expectStatus().isUnauthorized();
    }

    @Test
    void refusesATokenWhereAPasswordIsAskedFor() {
        http.post()
                .uri("/api/tokens")
                .header(HttpHeaders.AUTHORIZATION, testAccounts.bearer(testAccounts.member("maya")))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private RequestBodySpec asMaya() {
        return http.post().uri("/api/tokens").headers(headers -> headers.setBasicAuth("maya", "maya"));
    }
}
