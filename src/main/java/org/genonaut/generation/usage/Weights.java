package org.genonaut.generation.usage;

import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.account.limit.AccountLimits;
import org.genonaut.account.limit.Limits;
import org.genonaut.generation.queue.Turns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings the weights of accounts from their limits into the queue. */
@Component
public class Weights {

    private static final Logger log = LoggerFactory.getLogger(Weights.class);

    private static final String SET = "update queue_flow set weight = ? where account_id = ? and weight <> ?";

    private final AccountLimits limits;
    private final Turns turns;
    private final JdbcClient jdbc;

    Weights(AccountLimits limits, Turns turns, JdbcClient jdbc) {
        this.limits = limits;
        this.turns = turns;
        this.jdbc = jdbc;
    }

    /** Before an account submits; its flow is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(AccountId account, Limits allowed) {
        set(account, allowed.weight());
    }

    /** The configuration may be another since somebody's jobs began to wait. */
    @EventListener(ApplicationStartedEvent.class)
    void setForAllThatWait() {
        var waiting = jdbc.sql("select account_id from queue_flow where open_jobs > 0")
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list();
        limits.of(waiting).forEach((account, allowed) -> {
            if (set(account, allowed.weight())) {
                turns.retag(account);
                log.info("Account {} has the weight {} now", account, allowed.weight());
            }
        });
    }

    /** @return whether it had another */
    private boolean set(AccountId account, double weight) {
        return jdbc.sql(SET).params(weight, account.value(), weight).update() == 1;
    }
}
