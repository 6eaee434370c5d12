package org.genonaut.generation.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.account.limit.AccountLimits;
import org.genonaut.account.limit.CalendarDays;
import org.genonaut.account.limit.Exceeded;
import org.genonaut.account.limit.Limits;
import org.genonaut.account.limit.Spent;
import org.genonaut.account.limit.Usage;
import org.genonaut.account.limit.UsageLedger;
import org.genonaut.generation.queue.JobEnd;
import org.genonaut.generation.queue.JobEndListener;
import org.genonaut.generation.usage.Charges.Counted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Charges accounts for what they ask for and for what it took. Images count when they are asked for and are given back
 * when a job ends without any; GPU time counts at a job's end, and until then as expected.
 */
@Component
public class Accounting implements UsageLedger, JobEndListener {

    private static final String JOBS = "select id, created_at, images_charged from generation_job j where ";

    private static final String ENDED_WITHOUT_IMAGES = " and images_charged > 0 and status in ('failed', 'cancelled')"
            + " and not exists (select 1 from generation_image i where i.job_id = j.id)";

    private final SpendingReader reader;
    private final AccountLimits limits;
    private final CalendarDays days;
    private final JdbcClient jdbc;

    Accounting(SpendingReader reader, AccountLimits limits, CalendarDays days, JdbcClient jdbc) {
        this.reader = reader;
        this.limits = limits;
        this.days = days;
        this.jdbc = jdbc;
    }

    /**
     * What does not allow so much more. The account can submit nothing else until the transaction ends, so the answer
     * still holds when it is {@linkplain #charge charged}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Exceeded> exceeded(AccountId account, Limits limits, long images, double gpuSeconds) {
        SpendingReader.lock(jdbc, account.value());
        return allowance(account, limits).exceeded(images, gpuSeconds);
    }

    /** What the account may still have, at this moment; without quotas the database is not asked. */
    @Transactional(readOnly = true)
    public Allowance allowance(AccountId account) {
        return allowance(account, limits.of(account));
    }

    private Allowance allowance(AccountId account, Limits allowed) {
        return allowed.hasQuotas() ? Allowance.of(allowed, reader.of(account)) : Allowance.unspent(allowed);
    }

    /** The jobs of a request count as so many images each. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void charge(AccountId account, UUID request, int imagesOfEach) {
        charges(jdbc, account).count(jobs(jdbc, JOBS + "request_id = ?", request), imagesOfEach);
    }

    /** The account gets back what was charged for jobs of a request that have ended without any image. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(AccountId account, UUID request) {
        SpendingReader.lock(jdbc, account.value());
        charges(jdbc, account).count(jobs(jdbc, JOBS + "request_id = ?" + ENDED_WITHOUT_IMAGES, request), 0);
    }

    @Override
    public void ended(JdbcClient jdbc, JobEnd end) {
        SpendingReader.lock(jdbc, end.account().value());
        var charges = charges(jdbc, end.account());
        if (end.images() > 0) {
            // It may have been given back before, and has its images after all.
            charges.count(job(jdbc, end, "images_charged = 0"), end.images());
        } else if (end.outcome() != JobEnd.Outcome.COMPLETED) {
            charges.count(job(jdbc, end, "images_charged > 0"), 0);
        }
        if (!end.measured().cached() && end.measured().run().isPositive()) {
            charges.addGpuTime(SpendingReader.now(jdbc), end.measured().run().toMillis());
        }
    }

    private static List<Counted> job(JdbcClient jdbc, JobEnd end, String where) {
        return jobs(jdbc, JOBS + "id = ? and " + where, end.job().value());
    }

    private Charges charges(JdbcClient jdbc, AccountId account) {
        return new Charges(jdbc, days, account.value());
    }

    private static List<Counted> jobs(JdbcClient jdbc, String sql, UUID id) {
        return jdbc.sql(sql).param(id).query((row, number) -> counted(row)).list();
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                row.getObject("id", UUID.class),
                row.getObject("created_at", Instant.class),
                row.getInt("images_charged"));
    }

    @Override
    @Transactional(readOnly = true)
    public Usage of(AccountId account) {
        var allowed = limits.of(account);
        var spending = reader.of(account);
        return new Usage(
                reader.openJobs(account),
                new Spent(
                        spending.imagesThisHour(),
                        0,
                        allowed.imagesPerHour(),
                        spending.imagesReset(allowed.imagesPerHour())),
                new Spent(
                        spending.gpuToday(),
                        spending.expected(),
                        allowed.gpuSecondsPerDay(),
                        Optional.of(spending.dayEnds())),
                new Spent(
                        spending.gpuThisMonth(),
                        spending.expected(),
                        allowed.gpuSecondsPerMonth(),
                        Optional.of(spending.monthEnds())),
                allowed);
    }
}
