package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettledTest {

    @Test
    void believesLeasesFromTheStart() {
        assertThat(new Settled(Duration.ofHours(1)).isSettled()).isTrue();
    }

    @Test
    void doesNotBelieveThemDuringAnOutageNorRightAfterIt() {
        var settled = new Settled(Duration.ofHours(1));
        settled.failed();
        assertThat(settled.isSettled()).isFalse();
        settled.succeeded();
        assertThat(settled.isSettled()).isFalse();
    }

    @Test
    void believesThemAgainWhenOthersHadTheTimeToRenew() {
        var settled = new Settled(Duration.ZERO);
        settled.failed();
        settled.succeeded();
        assertThat(settled.isSettled()).isTrue();
    }
}
