package org.genonaut.generation.usage;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.AccountId;
import org.genonaut.account.limit.AccountLimits;
import org.genonaut.account.limit.Limits;
import org.genonaut.account.limit.Quota;
import org.genonaut.account.limit.WhenExceeded;
import org.genonaut.generation.queue.Turns;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GenonautTest
class WeightsTest {

    @Test
    void bringsAChangedConfigurationToWhoeverWaits(
            @Autowired TestTables tables,
            @Autowired TestAccounts accounts,
            @Autowired Turns turns,
            @Autowired JdbcClient jdbc) {
        tables.empty();
        var waiting = accounts.member("maya").id();
        var idle = accounts.member("noah").id();
        flow(jdbc, waiting, 3);
        flow(jdbc, idle, 0);
        var limits =
                new Limits(2, 500, 4, 8, 16, Quota.UNLIMITED, Quota.UNLIMITED, Quota.UNLIMITED, WhenExceeded.REFUSE);
        AccountLimits changed = ids -> ids.stream().collect(toMap(id -> id, id -> limits));

        new Weights(changed, turns, jdbc).setForAllThatWait();

        assertThat(weight(jdbc, waiting)).isEqualTo(2);
        assertThat(weight(jdbc, idle)).isEqualTo(1);
    }

    private static void flow(JdbcClient jdbc, AccountId account, int open) {
        jdbc.sql("insert into queue_flow (account_id, open_jobs) values (?, ?)")
                .params(account.value(), open)
                .update();
    }

    private static double weight(JdbcClient jdbc, AccountId account) {
        return jdbc.sql("select weight from queue_flow where account_id = ?")
                .param(account.value())
                .query(Double.class)
                .single();
    }
}
