package org.genonaut.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TroublePlanTest {

    private static final int NODES = 2;
    private static final int SIMULATORS = 3;

    @Test
    void followsFromTheSeedAlone() {
        assertThat(plan(7, 50)).isEqualTo(plan(7, 50)).isNotEqualTo(plan(8, 50));
        assertThat(asks(7)).isEqualTo(asks(7)).isNotEqualTo(asks(8));
    }

    @Test
    void bringsEveryKindBeforeAnyComesAgain() {
        var kinds = EnumSet.allOf(Trouble.class);
        assertThat(plan(3, kinds.size()).stream().map(Planned::trouble)).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void hitsWhatIsThereForAsLongAsItsKindLasts() {
        assertThat(plan(5, 300)).allSatisfy(planned -> {
            var trouble = planned.trouble();
            assertThat(planned.target())
                    .isBetween(0, (trouble.part() == Trouble.Part.SIMULATOR ? SIMULATORS : NODES) - 1);
            assertThat(planned.lasting().toMillis()).isBetween((long) trouble.shortest(), (long) trouble.longest());
        });
    }

    @Test
    void asksForExactlyAsManyJobsAsItIsTold() {
        assertThat(asks(1).stream().mapToInt(Ask::batchCount).sum()).isEqualTo(100);
    }

    @Test
    void readsItsOptions() {
        var options = ChaosOptions.of("--jobs", "9", "--seed", "4", "--faults", "kill,disk-full", "--rate", "1.5");
        assertThat(options)
                .isEqualTo(new ChaosOptions(9, 4, Set.of(Trouble.KILL, Trouble.DISK_FULL), NODES, SIMULATORS, 1.5));
        assertThatThrownBy(() -> ChaosOptions.of("--faults", "earthquake")).hasMessageContaining("drop-sockets");
        assertThatThrownBy(() -> ChaosOptions.of("--jobs")).hasMessageContaining("wants a value");
    }

    private static List<Planned> plan(long seed, int length) {
        var plan = new TroublePlan(seed, EnumSet.allOf(Trouble.class), NODES, SIMULATORS);
        return Stream.generate(plan::next).limit(length).toList();
    }

    private static List<Ask> asks(long seed) {
        return new AskPlan(new ChaosOptions(100, seed, Set.of(), NODES, SIMULATORS, 2)).asks();
    }
}
