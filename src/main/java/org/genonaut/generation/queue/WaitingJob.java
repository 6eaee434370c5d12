package org.genonaut.generation.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job that waits for its turn, as far as its turn depends on it. */
record WaitingJob(UUID id, UUID request, int pool, double cost, double lane, double tag) {

    /** One that an admin put first keeps that place whatever its owner does. */
    static final String OF_ACCOUNT = """
            select id, request_id, pool_id, cost, lane, tag from generation_job force index (ix_account)
             where account_id = ? and status in ('waiting', 'backing_off') and not put_first
             order by tag, id""";

    static final String FIRST_OF_ACCOUNT = """
            select id, request_id, pool_id, cost, lane, tag from generation_job force index (ix_account)
             where account_id = ? and status = 'waiting' and not put_first
             order by tag limit 1""";

    /** All of an account, in its order; as many as it may have open. */
    static List<WaitingJob> of(JdbcClient jdbc, UUID account) {
        return find(jdbc, OF_ACCOUNT, account).list();
    }

    /** The one of an account that is next. */
    static Optional<WaitingJob> first(JdbcClient jdbc, UUID account) {
        return find(jdbc, FIRST_OF_ACCOUNT, account).optional();
    }

    /**
     * The order of an account's jobs before those of a request were taken out of it. What was behind them has moved up
     * since, the first of it to the tag of the first of them: so they come before whatever has no smaller tag.
     *
     * @param others what waited while they did not
     * @param all what waits now
     */
    static List<WaitingJob> withReturned(UUID request, List<WaitingJob> others, List<WaitingJob> all) {
        var returned = all.stream().filter(job -> job.request().equals(request)).toList();
        var order = new ArrayList<>(
                others.stream().filter(job -> !job.request().equals(request)).toList());
        if (!returned.isEmpty()) {
            double tag = returned.getFirst().tag();
            long before = order.stream().takeWhile(job -> job.tag() < tag).count();
            order.addAll((int) before, returned);
        }
        return order;
    }

    private static JdbcClient.MappedQuerySpec<WaitingJob> find(JdbcClient jdbc, String sql, UUID account) {
        return jdbc.sql(sql)
                .param(account)
                .query((row, number) -> new WaitingJob(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        row.getInt("pool_id"),
                        row.getDouble("cost"),
                        row.getDouble("lane"),
                        row.getDouble("tag")));
    }
}
