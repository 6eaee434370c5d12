package org.genonaut.account.api;

import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@GenonautTest
class UsageControllerTest {

    private final RestTestClient http;

    UsageControllerTest(@LocalServerPort int port) {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void answersWhatIsSpentOfWhat(
            @Autowired TestTables tables, @Autowired TestAccounts accounts, @Autowired JdbcClient jdbc) {
        tables.empty();
        var maya = accounts.member("maya");
        jdbc.sql("insert into queue_flow (account_id, open_jobs) values (?, 3)")
                .param(maya.id().value())
                .update();
        jdbc.sql("insert into usage_minute (account_id, minute, images)"
                        + " values (?, date_format(utc_timestamp(), '%Y-%m-%d %H:%i:00'), 7)")
                .param(maya.id().value())
                .update();
        jdbc.sql("insert into usage_day (account_id, day, images, gpu_ms) values (?, utc_date(), 7, 12500)")
                .param(maya.id().value())
                .update();

        var body = http.get()
                .uri("/api/usage")
                .header(HttpHeaders.AUTHORIZATION, accounts.bearer(maya, Scope.READ))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();

        body.jsonPath("$.open_jobs.used").isEqualTo(3);
        body.jsonPath("$.open_jobs.limit").isEqualTo(500);
        body.jsonPath("$.images_this_hour.used").isEqualTo(7);
        body.jsonPath("$.images_this_hour.limit").isEmpty();
        body.jsonPath("$.images_this_hour.resets_at").isNotEmpty();
        body.jsonPath("$.gpu_seconds_today.used").isEqualTo(12.5);
        body.jsonPath("$.gpu_seconds_this_month.used").isEqualTo(12.5);
        body.jsonPath("$.gpu_seconds_this_month.resets_at").isNotEmpty();
        body.jsonPath("$.when_exceeded").isEqualTo("refuse");
        body.jsonPath("$.largest.batch_size").isEqualTo(8);
    }

    @Test
    void wantsAToken() {
        http.get().uri("/api/usage").exchange().expectStatus().isUnauthorized();
    }
}
