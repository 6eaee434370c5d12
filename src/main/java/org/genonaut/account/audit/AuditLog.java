package org.genonaut.account.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps who did what, in the transaction of the deed: neither is there without the other. Lines are never changed. */
@Component
public class AuditLog {

    /** The longest page that is answered at once. */
    public static final int MAX_PAGE = 500;

    private static final int MAX_DETAILS = 8;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody did something to a backend, a job or a generation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AccountId who, AuditAction action, UUID subject, AuditDetail... details) {
        insert(who, action, subject, List.of(details));
    }

    /** Somebody did something to the queue of everybody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AccountId who, AuditAction action, AuditDetail... details) {
        insert(who, action, null, List.of(details));
    }

    private void insert(AccountId who, AuditAction action, @Nullable UUID subject, List<AuditDetail> details) {
        if ((subject == null) != (action.subject() == AuditSubject.QUEUE) || details.size() > MAX_DETAILS) {
            throw new IllegalArgumentException("A line names what was done to whom, with at most 8 details");
        }
        jdbc.sql("insert into audit_line (id, at, account_id, action, subject_kind, subject_id, details)"
                        + " values (?, utc_timestamp(6), ?, ?, ?, ?, ?)")
                .param(UuidVersion7Strategy.INSTANCE.generateUuid(null))
                .param(who.value())
                .param(action.name())
                .param(action.subject().name())
                .param(subject)
                .param(JSON.writeValueAsString(details))
                .update();
    }

    /**
     * The newest first.
     *
     * @param limit 1 to {@value #MAX_PAGE}
     * @param before only older ones than this line; null for the newest
     */
    @Transactional(readOnly = true)
    public List<AuditLine> newest(int limit, @Nullable UUID before) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_PAGE + " lines");
        }
        return jdbc.sql("select id, at, account_id, action, subject_id, details from audit_line"
                        + (before == null ? "" : " where id < :before") + " order by id desc limit :limit")
                .param("limit", limit)
                .param("before", before)
                .query((row, number) -> line(row))
                .list();
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getObject("id", UUID.class),
                row.getObject("at", Instant.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                AuditAction.valueOf(row.getString("action")),
                Optional.ofNullable(row.getObject("subject_id", UUID.class)),
                JSON.readValue(row.getString("details"), new TypeReference<>() {}));
    }
}
