package org.genonaut.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.genonaut.backend.FleetEvent.Situation;
import org.genonaut.backend.Standing.Intent;
import org.genonaut.comfyui.PromptId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final int EVENTS = 400;

    @RepeatedTest(50)
    void holdsWhateverHappens(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var now = Instant.EPOCH;
        var before = Situation.first(now);
        for (int number = 0; number < EVENTS; number++) {
            now = now.plusSeconds(1 + random.nextInt(60));
            var event = FleetEvent.values()[random.nextInt(FleetEvent.values().length)];
            var after = event.happenTo(before, now);
            assertThat(backend(after).takesJobs())
                    .as("%s after %s", after, event)
                    .isEqualTo(after.standing().intent() == Intent.ENABLED
                            && after.standing().quarantine() == null
                            && after.look() instanceof BackendState.Up);
            keepsItsTime(before, event, after, now);
            keepsWhatAnAdminWants(before, event, after);
            doesAsItIsTold(before, event, after);
            before = after;
        }
    }

    private static void keepsItsTime(Situation before, FleetEvent event, Situation after, Instant now) {
        var same = before.state().getClass() == after.state().getClass();
        if (same) {
            assertThat(after.state().since())
                    .as("%s after %s", after, event)
                    .isEqualTo(before.state().since());
        }
        assertThat(after.state().since()).isBeforeOrEqualTo(now);
    }

    /** Only an admin ends what an admin began, but for a declaration that is gone, which puts even a draining one out of use. */
    private static void keepsWhatAnAdminWants(Situation before, FleetEvent event, Situation after) {
        if (!before.standing().by().isEmpty() && !event.isAdmins() && event != FleetEvent.UNDECLARED) {
            assertThat(after.standing().intent()).isEqualTo(before.standing().intent());
            assertThat(after.standing().by()).isEqualTo(before.standing().by());
        }
        if (event.isLook()) {
            assertThat(after.standing()).isEqualTo(before.standing());
        }
        if (before.standing().removed() && event != FleetEvent.ENABLE) {
            assertThat(after.standing().removed()).isTrue();
        }
    }

    private static void doesAsItIsTold(Situation before, FleetEvent event, Situation after) {
        switch (event) {
            case ENABLE -> assertThat(after.state()).isInstanceOf(BackendState.Look.class);
            case REMOVE -> assertThat(after.standing().removed()).isTrue();
            case DRAIN ->
                assertThat(after.state())
                        .isInstanceOfAny(BackendState.Draining.class, BackendState.Disabled.class)
                        .isNotInstanceOf(
                                before.standing().intent() == Intent.DISABLED
                                        ? BackendState.Draining.class
                                        : BackendState.Disabled.class);
            case UNDECLARED -> assertThat(after.state()).isInstanceOf(BackendState.Disabled.class);
            case STANDS_STILL ->
                assertThat(after.standing().intent() == Intent.DISABLED
                                || after.standing().quarantine() != null)
                        .isTrue();
            case PROMPT_GONE -> assertThat(after.standing().quarantine()).isNull();
            case ANSWERS, SILENT, DECLARED ->
                assertThat(after.standing().quarantine())
                        .isEqualTo(before.standing().quarantine());
        }
    }

    @Test
    void keepsTheFirstPromptThatStandsStillAndIsRelievedOfNoOther() {
        var first = new Quarantine(Instant.EPOCH, "No step for 600 s", PromptId.random());
        var second = new Quarantine(Instant.EPOCH.plusSeconds(5), "No step either", PromptId.random());
        var standing = Standing.enabledSince(Instant.EPOCH).quarantined(first).quarantined(second);

        assertThat(standing.quarantine()).isEqualTo(first);
        assertThat(standing.relieved(second.prompt()).quarantine()).isEqualTo(first);
        assertThat(standing.relieved(first.prompt()).quarantine()).isNull();
    }

    @Test
    void isNeverRemovedAndStillWanted() {
        assertThatThrownBy(() -> new Standing(Intent.ENABLED, Instant.EPOCH, "", "", true, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsFromItsRowWhatWasWritten() {
        var backend = new StoredBackend("Atlas", URI.create("http://gpu"), BackendOrigin.CONFIG, Instant.EPOCH);
        var now = Instant.EPOCH;
        for (var event : FleetEvent.values()) {
            now = now.plusSeconds(1);
            var standing = event.happenTo(new Situation(backend.standing(), new BackendState.Unknown(now)), now)
                    .standing();
            backend.stand(standing, now);
            assertThat(backend.standing()).as("after %s", event).isEqualTo(standing);
        }
    }

    private static Backend backend(Situation situation) {
        return new Backend(
                new BackendId(new UUID(7, 1)),
                "Atlas",
                URI.create("http://gpu"),
                BackendOrigin.CONFIG,
                situation.state(),
                null);
    }
}
