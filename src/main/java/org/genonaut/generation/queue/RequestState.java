package org.genonaut.generation.queue;

import java.util.UUID;
import org.genonaut.account.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a request, from what became of its jobs. */
record RequestState(
        int jobs,
        int open,
        int completed,
        int failed,
        boolean cancelRequested,
        @Nullable String failure) {

    private static final String COUNT = """
            select count(*) jobs,
              sum(j.status in ('waiting', 'backing_off', 'paused', 'processing')) open,
              sum(j.status = 'completed') completed,
              sum(j.status = 'failed') failed,
              max(r.cancel_requested_at is not null) cancel_requested,
              min(j.failure) failure
              from generation_job j join generation_request r on r.id = j.request_id
             where j.request_id = ?""";

    /** Before any change to a request's jobs: whoever ends two of them at once must see the other's end. */
    static void lock(JdbcClient jdbc, UUID request) {
        jdbc.sql("select id from generation_request where id = ? for update")
                .param(request)
                .query(Columns.ID)
                .single();
    }

    static AccountId account(JdbcClient jdbc, UUID request) {
        return new AccountId(jdbc.sql("select account_id from generation_request where id = ?")
                .param(request)
                .query(Columns.ID)
                .single());
    }

    /** Nothing of it has run, and its jobs wait again. */
    static void reopen(JdbcClient jdbc, UUID request) {
        jdbc.sql("update generation_request set status = 'pending', cancel_requested_at = null, finished_at = null,"
                        + " error = null, updated_at = utc_timestamp(6) where id = ?")
                .param(request)
                .update();
    }

    static void derive(JdbcClient jdbc, UUID request) {
        var state = jdbc.sql(COUNT)
                .param(request)
                .query((row, number) -> new RequestState(
                        row.getInt("jobs"),
                        row.getInt("open"),
                        row.getInt("completed"),
                        row.getInt("failed"),
                        row.getBoolean("cancel_requested"),
                        row.getString("failure")))
                .single();
        if (state.open() == 0) {
            jdbc.sql("update generation_request set status = ?, error = ?, updated_at = utc_timestamp(6),"
                            + " finished_at = coalesce(finished_at, utc_timestamp(6)) where id = ?")
                    .param(state.end())
                    .param(state.error())
                    .param(request)
                    .update();
        } else {
            jdbc.sql("update generation_request set updated_at = utc_timestamp(6) where id = ?")
                    .param(request)
                    .update();
        }
    }

    String end() {
        if (completed == jobs || (completed > 0 && !cancelRequested)) {
            return "completed";
        }
        return cancelRequested ? "cancelled" : "failed";
    }

    @Nullable String error() {
        if (failed == 0 || failure == null) {
            return null;
        }
        return jobs == 1 ? failure : failed + " of " + jobs + " failed: " + failure;
    }
}
