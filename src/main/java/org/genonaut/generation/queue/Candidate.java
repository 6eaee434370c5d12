package org.genonaut.generation.queue;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;

/**
 * A job that a backend may take next, read without a lock; all but its tag stays as it is.
 *
 * @param modelLoaded whether the backend has its base model loaded
 * @param passed whether it is the one that the backend has passed over for a loaded model
 * @param passedEnough and for so long that it may not be passed over again
 */
record Candidate(
        UUID job,
        UUID request,
        UUID account,
        int number,
        BigInteger seed,
        UUID baseModel,
        double work,
        double cost,
        double tag,
        boolean modelLoaded,
        boolean passed,
        boolean passedEnough) {

    /** Of a generation_job j and a backend b. */
    static final String COLUMNS = """
            j.id, j.request_id, j.account_id, j.number, j.seed, j.base_model_id, j.work, j.cost, j.tag,
              b.loaded_model_id <=> j.base_model_id model_loaded, b.passed_job_id <=> j.id passed,
              b.passed_job_id <=> j.id and b.passed_since < utc_timestamp(6) - interval 60 second passed_enough""";

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
                row.getDouble("tag"),
                row.getBoolean("model_loaded"),
                row.getBoolean("passed"),
                row.getBoolean("passed_enough"));
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
