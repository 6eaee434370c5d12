package org.genonaut.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real nodes, killed. The whole of it is {@code ./dev chaos}. */
class ChaosTest {

    private static final Set<Trouble> SHORT =
            EnumSet.of(Trouble.RESTART, Trouble.DROP_SOCKETS, Trouble.ERROR_AFTER_ENQUEUE, Trouble.KILL);

    @Test
    void losesNothingOfTwentyJobs() throws Exception {
        try (var chaos = new Chaos(new ChaosOptions(20, 4, SHORT, 2, 3, 2), System.out)) {
            assertClean(chaos.run());
            seesWhatIsMissing(chaos);
        }
    }

    @Test
    @Tag("slow")
    void losesNothingOfSixtyJobs() throws Exception {
        try (var chaos = new Chaos(new ChaosOptions(60, 2, EnumSet.allOf(Trouble.class), 2, 3, 1), System.out)) {
            assertClean(chaos.run());
        }
    }

    private static void assertClean(Findings findings) {
        assertThat(findings.isClean()).as(findings.details()).isTrue();
    }

    /** An audit that cannot fail would prove nothing. */
    private static void seesWhatIsMissing(Chaos chaos) throws SQLException {
        try (var connection = chaos.installation().connect();
                var damage = connection.createStatement()) {
            damage.execute("update generation_image set number = number + 100, position = position + 100 limit 1");
            damage.execute("delete from generation_image where number < 100 limit 1");
            damage.execute("update queue_flow set open_jobs = 7 limit 1");
        }
        var findings = chaos.audit();
        assertThat(findings.lost()).hasSize(1);
        assertThat(findings.unexplained()).hasSizeGreaterThanOrEqualTo(2);
    }
}
