package org.genonaut.generation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.generation.draft.ViolationsJson;
import org.genonaut.generation.recipe.RecipeJson;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.storage.ImageKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads generations of one account. The account is part of each query, so that nobody's is ever loaded for another. A
 * list takes three queries, however long it is.
 */
@Repository
@Transactional(readOnly = true)
class GenerationReader {

    private static final String REQUESTS = """
            select id, account_id, parameters, status, error, created_at, updated_at, started_at, finished_at
              from generation_request where account_id = :account and trashed_at is null""";

    private static final String JOBS = """
            select j.request_id, j.number, j.seed, j.status, j.failure_kind, j.failure, j.failure_details, j.violations, j.lane,
              a.prompt_id, b.name backend,
              case when j.status in ('completed', 'failed', 'cancelled') then 1
                when j.status = 'processing' then coalesce(p.fraction, 0) else 0 end progress
              from generation_job j
              left join generation_attempt a on a.job_id = j.id and a.number = j.attempts
              left join backend b on b.id = a.backend_id
              left join job_progress p on p.job_id = j.id
             where j.request_id in (:requests) order by j.request_id, j.number""";

    private static final String IMAGES = """
            select id, request_id, number, seed, storage_key, sha256, media_type, bytes, width, height
              from generation_image where request_id in (:requests) and trashed_at is null
             order by request_id, number""";

    private static final String IMAGE = """
            select id, request_id, number, seed, storage_key, sha256, media_type, bytes, width, height
              from generation_image where account_id = :account and trashed_at is null""";

    private final JdbcClient jdbc;

    GenerationReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Generation> find(AccountId account, GenerationId id) {
        var found = jdbc.sql(REQUESTS + " and id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query(GenerationReader::request)
                .list();
        return whole(found).stream().findFirst();
    }

    /** The newest first, from before the given one on. */
    List<Generation> list(AccountId account, @Nullable GenerationId before, int limit) {
        var sql = REQUESTS + (before == null ? "" : " and id < :before") + " order by id desc limit :limit";
        var query = jdbc.sql(sql).param("account", account.value()).param("limit", limit);
        if (before != null) {
            query = query.param("before", before.value());
        }
        return whole(query.query(GenerationReader::request).list());
    }

    Optional<GeneratedImage> image(AccountId account, ImageId id) {
        return jdbc.sql(IMAGE + " and id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query((row, number) -> image(row))
                .optional();
    }

    Optional<GeneratedImage> image(AccountId account, GenerationId generation, int number) {
        return jdbc.sql(IMAGE + " and request_id = :request and number = :number")
                .param("account", account.value())
                .param("request", generation.value())
                .param("number", number)
                .query((row, index) -> image(row))
                .optional();
    }

    private List<Generation> whole(List<Request> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        var ids = requests.stream().map(Request::id).toList();
        var jobs = byRequest(JOBS, ids, GenerationReader::job);
        var images = byRequest(IMAGES, ids, GenerationReader::image);
        return requests.stream()
                .map(request -> request.with(
                        jobs.getOrDefault(request.id(), List.of()), images.getOrDefault(request.id(), List.of())))
                .toList();
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private record Of<T>(UUID request, T value) {}

    private <T> Map<UUID, List<T>> byRequest(String sql, List<UUID> requests, Row<T> reader) {
        return jdbc
                .sql(sql)
                .param("requests", requests)
                .query((row, number) -> new Of<>(row.getObject("request_id", UUID.class), reader.read(row)))
                .list()
                .stream()
                .collect(groupingBy(Of::request, mapping(Of::value, toList())));
    }

    private record Request(
            UUID id,
            UUID account,
            String parameters,
            String status,
            @Nullable String error,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {

        Generation with(List<Generation.Job> jobs, List<GeneratedImage> images) {
            return new Generation(
                    new GenerationId(id),
                    new AccountId(account),
                    RecipeJson.read(parameters),
                    GenerationStatus.ofWord(status),
                    error,
                    createdAt,
                    updatedAt,
                    startedAt,
                    finishedAt,
                    jobs,
                    images);
        }
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("parameters"),
                row.getString("status"),
                row.getString("error"),
                row.getObject("created_at", Instant.class),
                row.getObject("updated_at", Instant.class),
                row.getObject("started_at", Instant.class),
                row.getObject("finished_at", Instant.class));
    }

    private static Generation.Job job(ResultSet row) throws SQLException {
        var kind = row.getString("failure_kind");
        return new Generation.Job(
                row.getInt("number"),
                Seed.of(new BigInteger(row.getString("seed"))),
                row.getString("status"),
                row.getDouble("progress"),
                row.getString("prompt_id"),
                row.getString("backend"),
                kind == null ? null : FailureKind.ofWord(kind),
                row.getString("failure"),
                row.getString("failure_details"),
                ViolationsJson.read(row.getString("violations")),
                row.getDouble("lane") < Submissions.NORMAL_LANE);
    }

    Set<ImageKey> named(Collection<ImageKey> keys) {
        return keys.isEmpty()
                ? Set.of()
                : jdbc.sql("select storage_key from generation_image where storage_key in (:keys)")
                        .param("keys", keys.stream().map(ImageKey::value).toList())
                        .query((row, number) -> new ImageKey(row.getString(1)))
                        .set();
    }

    private static GeneratedImage image(ResultSet row) throws SQLException {
        return new GeneratedImage(
                new ImageId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                Seed.of(new BigInteger(row.getString("seed"))),
                new ImageKey(row.getString("storage_key")),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getInt("width"),
                row.getInt("height"));
    }
}
