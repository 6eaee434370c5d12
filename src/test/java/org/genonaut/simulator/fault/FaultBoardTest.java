package org.genonaut.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultBoardTest {
    private static final Fault LOST = new Fault.AnswerLost();
    private static final Fault ZOMBIE = new Fault.ZombieWorker();
    private static final Fault STALLED = new Fault.StalledReader();

    private final List<String> effects = new ArrayList<>();
    private final FaultBoard board = new FaultBoard(new FaultBoard.Effects() {
        @Override
        public void begin(SwitchedOn fault) {
            effects.add("begin " + FaultKind.of(fault.fault()).name());
        }

        @Override
        public void end(SwitchedOn fault) {
            effects.add("end " + FaultKind.of(fault.fault()).name());
        }
    });

    @Test
    void countsDownAndForgets() {
        board.switchOn(LOST, 2);
        assertThat(board.next(Fault.AnswerLost.class)).isPresent();
        assertThat(board.on().getFirst().left()).hasValue(1);
        assertThat(board.next(Fault.AnswerLost.class)).isPresent();
        assertThat(board.next(Fault.AnswerLost.class)).isEmpty();
        assertThat(board.on()).isEmpty();
    }

    @Test
    void goesOnUntilItIsLifted() {
        var entry = board.switchOn(LOST);
        assertThat(board.next(Fault.AnswerLost.class)).isPresent();
        assertThat(board.next(Fault.AnswerLost.class)).isPresent();
        assertThat(board.lift(entry.id())).contains(entry);
        assertThat(board.next(Fault.AnswerLost.class)).isEmpty();
        assertThat(board.lift(entry.id())).isEmpty();
        assertThat(effects).containsExactly("begin answer_lost", "end answer_lost");
    }

    @Test
    void takesTheOldestForWhichThisIsAnOccasion() {
        board.switchOn(new Fault.OutOfMemoryAbove(100), 1);
        board.switchOn(new Fault.OutOfMemoryAbove(10), 1);
        assertThat(board.next(Fault.OutOfMemoryAbove.class, card -> card.pixels() < 50))
                .contains(new Fault.OutOfMemoryAbove(10));
        assertThat(board.on()).hasSize(1);
    }

    @Test
    void keepsNothingOfWhatIsOverAtOnce() {
        board.switchOn(new Fault.DropSockets(0));
        board.switchOn(new Fault.DropSockets(3));
        assertThat(board.on()).extracting(SwitchedOn::fault).containsExactly(new Fault.DropSockets(3));
        assertThat(board.next(Fault.DropSockets.class)).isPresent();
        assertThat(board.on()).isEmpty();
    }

    @Test
    void endsTheStatesOfAServerWhenItRestarts() {
        board.switchOn(ZOMBIE);
        board.switchOn(STALLED);
        board.switchOn(LOST, 1);
        board.serverRestarts();
        assertThat(board.on()).extracting(SwitchedOn::fault).containsExactly(LOST);
    }

    @Test
    void doesNotLiftWhatOnlyARestartEnds() {
        var zombie = board.switchOn(ZOMBIE);
        var stalled = board.switchOn(STALLED);
        assertThatIllegalStateException().isThrownBy(() -> board.lift(zombie.id()));
        board.lift(Fault.ZombieWorker.class);
        assertThat(board.liftAll()).containsExactly(stalled);
        assertThat(board.isOn(Fault.ZombieWorker.class)).isTrue();
    }

    @Test
    void countsOnlyWhatCanBeCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> board.switchOn(STALLED, 3))
                .withMessage(
                        "stalled_reader is not counted, but lasts until it is lifted or the server restarts: leave times out");
        assertThatIllegalArgumentException().isThrownBy(() -> board.switchOn(LOST, 0));
        assertThat(effects).isEmpty();
    }
}
