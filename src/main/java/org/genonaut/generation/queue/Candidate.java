package org.genonaut.generation.queue;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;

/** A job that may be taken next, read without a lock; all but its tag stays as it is. */
record Candidate(
        UUID job,
        UUID request,
        UUID account,
        int number,
        BigInteger seed,
        UUID baseModel,
        double work,
        double cost,
        double tag) {

    /** Of a generation_job j. */
    static final String COLUMNS =
            "j.id, j.request_id, j.account_id, j.number, j.seed, j.base_model_id, j.work, j.cost, j.tag";

    static Candidate of(ResultSet row) throws SQLException {
        return new Candidate(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getInt("number"),
                new BigInteger(row.getString("seed")),
                row.getObject("base_model_id", UUID.class),
                row.getDouble("work"),
                row.getDouble("cost"),
                row.getDouble("tag"));
    }

    /** Once it is taken. */
    Claim claim(BackendId backend, UUID token, Claim.Attempt attempt) {
        return new Claim(
                new JobId(job),
                request,
                new AccountId(account),
                number,
                seed,
                backend,
                baseModel,
                work,
                cost,
                token,
                attempt,
                false);
    }
}
