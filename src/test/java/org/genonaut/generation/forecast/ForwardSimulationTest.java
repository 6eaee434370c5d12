package org.genonaut.generation.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs take as many seconds as their work, loads ten. */
class ForwardSimulationTest {

    private static final UUID JUGGER = new UUID(1, 1);
    private static final UUID FLUX = new UUID(1, 2);
    private static final int LOAD = 10;

    private final Queue queue = new Queue();

    private static final Speeds SPEEDS = new Speeds() {
        @Override
        public double run(int lane, int model, double work) {
            return work;
        }

        @Override
        public double spread(int lane, int model) {
            return 0.5;
        }

        @Override
        public double load(int lane, int model) {
            return LOAD;
        }
    };

    @Test
    void startsOneAfterTheOtherOnOneBackend() {
        add(1, JUGGER, 0, 4);
        add(1, JUGGER, 1, 6);
        add(1, JUGGER, 2, 1);

        var starts = simulate(lane(3, 0, 0));

        assertThat(starts.at).containsExactly(3, 7, 13);
        assertThat(starts.variance[2]).isEqualTo(4 + 9);
        assertThat(starts.turn).containsExactly(0, 1, 2);
    }

    @Test
    void givesEachJobToTheBackendThatIsFreeFirst() {
        add(1, JUGGER, 0, 5);
        add(1, JUGGER, 1, 5);
        add(1, JUGGER, 2, 5);

        var starts = simulate(lane(4, 0, 0), lane(1, 0, 0));

        assertThat(starts.lane).containsExactly(1, 0, 1);
        assertThat(starts.at).containsExactly(1, 4, 6);
    }

    @Test
    void leavesAJobThatNoBackendCanRun() {
        add(1, JUGGER, 0, 5);
        add(2, JUGGER, 1, 5);

        var starts = simulate(lane(0, 0));

        assertThat(starts.lane).containsExactly(0, Starts.NOWHERE);
    }

    @Test
    void countsTheLoadOfAnotherModel() {
        add(1, FLUX, 0, 5);
        add(1, FLUX, 1, 5);

        var starts = simulate(lane(0, Lane.UNKNOWN, 0));

        assertThat(starts.loads).containsExactly(true, false);
        assertThat(starts.at).containsExactly(0, 5 + LOAD);
    }

    @Test
    void letsTheLoadedModelGoFirstForAsLongAsThatSavesMore() {
        add(1, JUGGER, 0, 5);
        add(1, FLUX, 1, 5);
        add(1, JUGGER, 1 + LOAD, 5);
        add(1, JUGGER, 2 + LOAD, 5);

        var starts = simulate(lane(0, 0, 0));

        assertThat(starts.at).containsExactly(0, 10, 5, 25);
        assertThat(starts.passedOn[1]).isZero();
    }

    @Test
    void passesNobodyForMoreThanAMinute() {
        add(1, FLUX, 0, 5);
        add(1, JUGGER, 0, 50);
        add(1, JUGGER, 0, 50);
        add(1, JUGGER, 0, 50);

        var starts = simulate(lane(0, number(JUGGER), 0));

        assertThat(starts.at[0]).isEqualTo(100);
    }

    @Test
    void startsInTheOrderOfTagsOnOneBackendWithOneModel() {
        var random = new Random(11);
        var tag = 0.0;
        for (int job = 0; job < 2_000; job++) {
            add(1 + random.nextInt(7), JUGGER, tag += random.nextDouble(), 1 + random.nextInt(20));
        }

        var at = simulate(lane(5, 0, 0, 1, 2, 3, 4, 5, 6)).at;

        assertThat(IntStream.range(1, at.length)).allMatch(job -> at[job - 1] < at[job]);
    }

    @Test
    void nobodyMovesBackWhenAnotherEnds() {
        var random = new Random(12);
        var jobs = IntStream.range(0, 400)
                .mapToObj(job -> job(1 + random.nextInt(4), JUGGER, job, 1, new UUID(3, random.nextInt(9))))
                .toList();
        var competing = new int[][] {{0, 1}, {0, 1}, {2, 3}, {2, 3}};
        var before = turns(jobs, competing);

        var gone = random.nextInt(400);
        var fewer = new ArrayList<>(jobs);
        fewer.remove(gone);
        var after = turns(fewer, competing);

        for (int job = 0; job < fewer.size(); job++) {
            assertThat(after.before[job]).isLessThanOrEqualTo(before.before[job < gone ? job : job + 1]);
        }
    }

    @Test
    void tellsWhoWasOvertakenByOneWhoCameLater() {
        var early = new UUID(3, 1);
        var late = new UUID(3, 2);
        var turns = turns(
                List.of(
                        job(1, JUGGER, 0, 1, early, 100),
                        job(1, JUGGER, 1, 1, late, 200),
                        job(1, JUGGER, 2, 1, early, 101)),
                new int[][] {{0}});

        assertThat(turns.overtaken).containsExactly(false, false, true);
        assertThat(turns.ownBefore).containsExactly(0, 0, 1);
        assertThat(turns.before).containsExactly(0, 1, 2);
    }

    private static Turns turns(List<Queue.Job> jobs, int[][] competing) {
        var queue = new Queue();
        IntStream.rangeClosed(1, 4).forEach(pool -> queue.groups.number(new Queue.Group(pool, 0)));
        jobs.forEach(queue::add);
        return new Turns(queue, competing);
    }

    private Starts simulate(Lane... lanes) {
        return ForwardSimulation.of(queue, List.of(lanes), SPEEDS);
    }

    /** @param groups none for the first alone */
    private static Lane lane(double free, int loaded, int... groups) {
        return new Lane(groups.length == 0 ? new int[] {0} : groups, loaded, free, 0, Lane.UNKNOWN, 0);
    }

    private int number(UUID model) {
        return queue.models.number(model);
    }

    private void add(int pool, UUID model, double tag, double work) {
        queue.add(job(pool, model, tag, work, new UUID(3, 1)));
    }

    private static Queue.Job job(int pool, UUID model, double tag, double work, UUID account) {
        return job(pool, model, tag, work, account, 1);
    }

    private static Queue.Job job(int pool, UUID model, double tag, double work, UUID account, long since) {
        return new Queue.Job(
                new UUID(since << 16, (long) (tag * 1000)),
                new UUID(since << 16, 1),
                account,
                model,
                new Queue.Group(pool, 0),
                1,
                tag,
                work);
    }
}
