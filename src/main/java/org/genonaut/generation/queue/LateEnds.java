package org.genonaut.generation.queue;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the results of attempts that were given up and have ended well after all. */
@Component
public class LateEnds {

    /** One that its owner has thrown away needs nothing any more. */
    private static final String STATUS = """
            select if(r.trashed_at is null, j.status, 'cancelled') from generation_job j
              join generation_request r on r.id = j.request_id where j.id = ?""";

    private final QueueDatabase database;
    private final Endings endings;

    LateEnds(QueueDatabase database, Endings endings) {
        this.database = database;
        this.endings = endings;
    }

    /** What a late result is to its job. */
    public enum Use {
        WELCOME,
        /** The job has its images, or nobody wants them. */
        NONE,
        /** Another attempt is under way, and may come to nothing. */
        PERHAPS_LATER;

        private static Use inStatus(String status) {
            return switch (status) {
                case "waiting", "backing_off", "paused", "failed" -> WELCOME;
                case "processing" -> PERHAPS_LATER;
                default -> NONE;
            };
        }
    }

    /** Before anything is fetched. */
    public Use use(Claim attempt) {
        return Use.inStatus(status(database.jdbc(), attempt));
    }

    /** @return what became of the images: only when they were welcome they belong to the job now */
    public Use adopt(Claim attempt, List<JobImage> images, Measured measured) {
        return database.inTransaction(jdbc -> {
            RequestState.lock(jdbc, attempt.request());
            Flow.lock(jdbc, attempt.account().value());
            var status = status(jdbc, attempt);
            var use = Use.inStatus(status);
            if (use == Use.WELCOME) {
                var ending = Ending.completed(images, measured);
                if (status.equals("failed")) {
                    endings.rewrite(jdbc, attempt, ending);
                } else {
                    endings.write(jdbc, attempt, ending);
                }
            }
            return use;
        });
    }

    private static String status(JdbcClient jdbc, Claim attempt) {
        return jdbc.sql(STATUS).param(attempt.job().value()).query(String.class).single();
    }
}
