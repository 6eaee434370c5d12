package org.genonaut.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Looks at a database and a folder of pictures from outside. */
final class SnapshotReader {

    private static final RowMapper<Snapshot.Request> REQUEST = (row, number) -> new Snapshot.Request(
            row.getObject("id", UUID.class),
            Ask.numberIn(row.getString("prompt")),
            row.getString("account"),
            row.getString("status"),
            row.getString("error"),
            row.getBoolean("cancel_requested"));

    private static final RowMapper<Snapshot.Job> JOB = (row, number) -> new Snapshot.Job(
            row.getObject("id", UUID.class),
            row.getObject("request_id", UUID.class),
            row.getInt("number"),
            row.getString("account"),
            row.getString("status"),
            row.getString("failure_kind"),
            row.getString("failure"),
            row.getInt("attempts"),
            row.getObject("claim_token", UUID.class) != null);

    private static final RowMapper<Snapshot.Attempt> ATTEMPT = (row, number) -> new Snapshot.Attempt(
            row.getObject("job_id", UUID.class),
            row.getInt("number"),
            row.getString("backend"),
            row.getObject("prompt_id", UUID.class),
            row.getBoolean("ended"),
            row.getString("outcome"),
            row.getLong("seconds"));

    private static final RowMapper<Snapshot.Image> IMAGE = (row, number) -> new Snapshot.Image(
            row.getObject("request_id", UUID.class),
            row.getObject("job_id", UUID.class),
            row.getInt("position"),
            row.getInt("number"),
            row.getString("storage_key"),
            Sha.ofDigest(row.getBytes("sha256")),
            row.getLong("width"),
            row.getLong("height"));

    private final Path originals;
    private final Map<Path, Sha> known = new ConcurrentHashMap<>();

    /** @param storage where the nodes keep pictures */
    SnapshotReader(Path storage) {
        this.originals = storage.resolve("original");
    }

    Snapshot read(Connection connection) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return new Snapshot(
                jdbc.sql("select r.id, r.prompt, a.name account, r.status, r.error,"
                                + " r.cancel_requested_at is not null cancel_requested"
                                + " from generation_request r join account a on a.id = r.account_id order by r.id")
                        .query(REQUEST)
                        .list(),
                jdbc.sql("select j.*, a.name account from generation_job j join account a on a.id = j.account_id"
                                + " order by j.request_id, j.number")
                        .query(JOB)
                        .list(),
                jdbc.sql(
                                "select t.job_id, t.number, b.name backend, t.prompt_id, t.ended_at is not null ended, t.outcome,"
                                        + " coalesce(timestampdiff(second, t.posted_at, t.ended_at), 0) seconds"
                                        + " from generation_attempt t join backend b on b.id = t.backend_id"
                                        + " order by t.job_id, t.number")
                        .query(ATTEMPT)
                        .list(),
                jdbc.sql("select * from generation_image order by request_id, number")
                        .query(IMAGE)
                        .list(),
                jdbc.sql("select job_id from backend_slot where job_id is not null")
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list(),
                openJobs(jdbc),
                files());
    }

    private static Map<String, Integer> openJobs(JdbcClient jdbc) {
        var open = new TreeMap<String, Integer>();
        jdbc.sql("select a.name, f.open_jobs from queue_flow f join account a on a.id = f.account_id")
                .query(row -> {
                    open.put(row.getString(1), row.getInt(2));
                });
        return open;
    }

    private Map<String, Sha> files() {
        var files = new TreeMap<String, Sha>();
        for (var path : paths()) {
            files.put(
                    originals.relativize(path).toString().replace('\\', '/'),
                    known.computeIfAbsent(path, SnapshotReader::sha));
        }
        return files;
    }

    private List<Path> paths() {
        if (!Files.exists(originals)) {
            return List.of();
        }
        try (var found = Files.walk(originals)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sha sha(Path file) {
        try {
            return Sha.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
