package org.genonaut.account.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.genonaut.account.AccountId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@GenonautTest
class AuditLogTest {

    private static final UUID ATLAS = UUID.randomUUID();

    private final AccountId ada;

    @Autowired
    private AuditLog audit;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    AuditLogTest(@Autowired TestTables tables, @Autowired TestAccounts accounts) {
        tables.empty();
        ada = accounts.admin("ada").id();
    }

    @Test
    void keepsWhoDidWhatToWhichAndWhen() {
        record(log -> log.record(ada, AuditAction.BACKEND_DRAINED, ATLAS, new AuditDetail("name", "Atlas \"1\"")));

        assertThat(audit.newest(10, null)).singleElement().satisfies(line -> {
            assertThat(line.who()).isEqualTo(ada);
            assertThat(line.action()).isEqualTo(AuditAction.BACKEND_DRAINED);
            assertThat(line.subject()).contains(ATLAS);
            assertThat(line.details()).containsExactly(new AuditDetail("name", "Atlas \"1\""));
            assertThat(line.at())
                    .isEqualTo(jdbc.sql("select at from audit_line")
                            .query((row, number) -> row.getTimestamp(1).toInstant())
                            .single());
        });
        assertThat(jdbc.sql(
                                "select subject_kind from audit_line where abs(timestampdiff(second, at, utc_timestamp())) < 60")
                        .query(String.class)
                        .single())
                .isEqualTo("BACKEND");
    }

    @Test
    void answersTheNewestFirstPageByPage() {
        record(log -> log.record(ada, AuditAction.BACKEND_ADDED, ATLAS));
        record(log -> log.record(ada, AuditAction.QUEUE_PAUSED));
        record(log -> log.record(ada, AuditAction.QUEUE_RESUMED));

        var first = audit.newest(2, null);
        var second = audit.newest(2, first.getLast().id());

        assertThat(first)
                .extracting(AuditLine::action)
                .containsExactly(AuditAction.QUEUE_RESUMED, AuditAction.QUEUE_PAUSED);
        assertThat(first.getFirst().subject()).isEmpty();
        assertThat(second).extracting(AuditLine::action).containsExactly(AuditAction.BACKEND_ADDED);
    }

    @Test
    void goesWithTheDeedWhenThatIsUndone() {
        transactions.executeWithoutResult(status -> {
            audit.record(ada, AuditAction.QUEUE_PAUSED);
            status.setRollbackOnly();
        });

        assertThat(audit.newest(10, null)).isEmpty();
    }

    @Test
    void writesNothingBesideADeed() {
        assertThatThrownBy(() -> audit.record(ada, AuditAction.QUEUE_PAUSED))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void refusesALineThatDoesNotSayToWhom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(log -> log.record(ada, AuditAction.JOB_CANCELLED)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(log -> log.record(ada, AuditAction.QUEUE_PAUSED, ATLAS)));
    }

    @Test
    void cutsALongDetail() {
        assertThat(new AuditDetail("name", "x".repeat(500)).value())
                .hasSize(200)
                .endsWith("…");
        assertThatIllegalArgumentException().isThrownBy(() -> new AuditDetail("A name", ""));
    }

    @Test
    void hasRoomForEveryActionAndItsDetails() {
        var details = new AuditDetail[8];
        Arrays.fill(details, new AuditDetail("abcdefghijklmnopqrstuvwxyz_abc", "\u0001".repeat(200)));

        for (var action : AuditAction.values()) {
            if (action.subject() != AuditSubject.QUEUE) {
                record(log -> log.record(ada, action, ATLAS, details));
            }
        }

        assertThat(audit.newest(AuditLog.MAX_PAGE, null)).hasSize(AuditAction.values().length - 2);
    }

    private void record(Consumer<AuditLog> deed) {
        transactions.executeWithoutResult(status -> deed.accept(audit));
    }
}
