package org.genonaut.generation.usage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.genonaut.account.limit.CalendarDays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what one account spends; its flow is locked before. */
final class Charges {

    private static final String ADD_TO_MINUTE = """
            insert into usage_minute (account_id, minute, images) values (?, ?, greatest(?, 0))
              on duplicate key update images = greatest(images + ?, 0)""";

    private static final String ADD_TO_DAY = """
            insert into usage_day (account_id, day, images, gpu_ms) values (?, ?, greatest(?, 0), ?)
              on duplicate key update images = greatest(images + ?, 0), gpu_ms = gpu_ms + ?""";

    private final JdbcClient jdbc;
    private final CalendarDays days;
    private final UUID account;

    Charges(JdbcClient jdbc, CalendarDays days, UUID account) {
        this.jdbc = jdbc;
        this.days = days;
        this.account = account;
    }

    /** A job that was asked for at some time and counts as so many images. */
    record Counted(UUID job, Instant asked, int images) {}

    /** Each of these jobs counts as so many images from now on, at the time at which it was asked for. */
    void count(List<Counted> jobs, int images) {
        if (jobs.isEmpty()) {
            return;
        }
        jdbc.sql("update generation_job set images_charged = :images where id in (:jobs)")
                .param("images", images)
                .param("jobs", jobs.stream().map(Counted::job).toList())
                .update();
        var minutes = new TreeMap<Instant, Integer>();
        jobs.forEach(
                job -> minutes.merge(job.asked().truncatedTo(ChronoUnit.MINUTES), images - job.images(), Integer::sum));
        minutes.forEach(this::addImages);
    }

    private void addImages(Instant minute, int images) {
        jdbc.sql(ADD_TO_MINUTE).params(account, minute, images, images).update();
        addToDay(minute, images, 0);
    }

    void addGpuTime(Instant at, long milliseconds) {
        addToDay(at, 0, milliseconds);
    }

    private void addToDay(Instant at, int images, long milliseconds) {
        jdbc.sql(ADD_TO_DAY)
                .params(account, days.day(at), images, milliseconds, images, milliseconds)
                .update();
    }
}
