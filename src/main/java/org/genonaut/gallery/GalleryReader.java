package org.genonaut.gallery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.ImageId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads images of one account that are not in the trash. The account is part of each query. */
@Repository
@Transactional(readOnly = true)
class GalleryReader {

    private static final String SEEN = " from generation_image where account_id = :account and trashed_at is null";

    /** Counts its way through the index alone, then reads the rows of one page. */
    private static final String PAGE = """
            select i.id, i.width, i.height, left(r.prompt, :length) prompt
              from (select id from generation_image
                     where account_id = :account and trashed_at is null and id <= :anchor
                     order by id desc limit :limit offset :skip) page
              straight_join generation_image i on i.id = page.id
              straight_join generation_request r on r.id = i.request_id
             order by i.id desc""";

    private static final String MAKING = """
            select i.request_id, b.name backend, a.posted_at, a.ended_at
              from generation_image i
              join generation_job j on j.id = i.job_id
              left join generation_attempt a on a.job_id = j.id and a.number = j.attempts
              left join backend b on b.id = a.backend_id
             where i.account_id = :account and i.trashed_at is null and i.id = :image""";

    private final JdbcClient jdbc;

    GalleryReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where an image came from. */
    record Making(
            GenerationId generation,
            @Nullable String backend,
            @Nullable Duration took) {}

    Optional<ImageId> newest(AccountId account) {
        return query("select id" + SEEN + " order by id desc limit 1", account)
                .query(GalleryReader::id)
                .optional();
    }

    /** How many there are up to this one, itself included. */
    int countUpTo(AccountId account, ImageId newest) {
        return count("id <= :image", account, newest);
    }

    int countNewerThan(AccountId account, ImageId image) {
        return count("id > :image", account, image);
    }

    List<ImageShape> shapes(AccountId account, ImageId newest, int limit) {
        return query("select id, width, height" + SEEN + " and id <= :newest order by id desc limit :limit", account)
                .param("newest", newest.value())
                .param("limit", limit)
                .query(GalleryReader::shape)
                .list();
    }

    /** @param skip how many from the anchor on to leave out, newest first */
    List<GalleryImage> page(AccountId account, ImageId anchor, int skip, int limit) {
        return query(PAGE, account)
                .param("anchor", anchor.value())
                .param("skip", skip)
                .param("limit", limit)
                .param("length", GalleryImage.PROMPT_LENGTH)
                .query((row, number) -> new GalleryImage(shape(row, number), row.getString("prompt")))
                .list();
    }

    Neighbours neighbours(AccountId account, ImageId image, int each) {
        return new Neighbours(
                beside(account, image, each, " and id > :image order by id").reversed(),
                beside(account, image, each, " and id < :image order by id desc"));
    }

    Optional<Making> making(AccountId account, ImageId image) {
        return query(MAKING, account)
                .param("image", image.value())
                .query(GalleryReader::making)
                .optional();
    }

    private List<ImageId> beside(AccountId account, ImageId image, int each, String side) {
        return query("select id" + SEEN + side + " limit :each", account)
                .param("image", image.value())
                .param("each", each)
                .query(GalleryReader::id)
                .list();
    }

    private int count(String which, AccountId account, ImageId image) {
        return query("select count(*)" + SEEN + " and " + which, account)
                .param("image", image.value())
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec query(String sql, AccountId account) {
        return jdbc.sql(sql).param("account", account.value());
    }

    private static ImageId id(ResultSet row, int number) throws SQLException {
        return new ImageId(row.getObject("id", UUID.class));
    }

    private static ImageShape shape(ResultSet row, int number) throws SQLException {
        return new ImageShape(id(row, number), row.getInt("width"), row.getInt("height"));
    }

    private static Making making(ResultSet row, int number) throws SQLException {
        var posted = row.getObject("posted_at", Instant.class);
        var ended = row.getObject("ended_at", Instant.class);
        return new Making(
                new GenerationId(row.getObject("request_id", UUID.class)),
                row.getString("backend"),
                posted == null || ended == null ? null : Duration.between(posted, ended));
    }
}
