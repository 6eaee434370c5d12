package org.genonaut.generation.usage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets what no quota asks for any more. */
@Component
public class UsageSweep {

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    UsageSweep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Removes minutes after two hours and days after thirteen months, a few thousand rows at once; to be called now and
     * then.
     *
     * @return how many rows were removed
     */
    public int forgetOld() {
        return removeAll("delete from usage_minute where minute < utc_timestamp() - interval 2 hour")
                + removeAll("delete from usage_day where day < utc_date() - interval 13 month");
    }

    private int removeAll(String delete) {
        int all = 0;
        int removed;
        do {
            removed = jdbc.sql(delete + " limit " + ROWS_AT_ONCE).update();
            all += removed;
        } while (removed == ROWS_AT_ONCE);
        return all;
    }
}
