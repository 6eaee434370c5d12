package org.genonaut.generation.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Plays the queue forward as the executor would: whichever backend is free next takes the first job that it can run, or,
 * for as long as that saves more than it delays, one of the base model that it has loaded.
 */
final class ForwardSimulation {

    /** No head is passed over for longer than this. */
    static final double PATIENCE = 60;

    private final Queue queue;
    private final List<Lane> lanes;
    private final Speeds speeds;
    private final WaitingLists waiting;
    private final Starts starts;

    private ForwardSimulation(Queue queue, List<Lane> lanes, Speeds speeds) {
        this.queue = queue;
        this.lanes = lanes;
        this.speeds = speeds;
        this.waiting = new WaitingLists(queue);
        this.starts = new Starts(queue.size);
    }

    static Starts of(Queue queue, List<Lane> lanes, Speeds speeds) {
        var simulation = new ForwardSimulation(queue, lanes, speeds);
        simulation.run();
        return simulation.starts;
    }

    private void run() {
        var byTime = Comparator.comparingDouble((Turn turn) -> turn.free).thenComparingInt(turn -> turn.lane);
        var free = new PriorityQueue<>(Math.max(1, lanes.size()), byTime);
        IntStream.range(0, lanes.size()).mapToObj(Turn::new).forEach(free::add);
        while (!free.isEmpty()) {
            var turn = free.poll();
            int job = turn.next();
            if (WaitingLists.isJob(job)) {
                turn.take(job);
                free.add(turn);
            }
        }
    }

    /** Where one lane is. */
    private final class Turn {

        private final int lane;
        private final int[] groups;
        private double free;
        private double variance;
        private int loaded;
        private int passed;
        private double passedSince;
        private int taken;

        Turn(int lane) {
            var begin = lanes.get(lane);
            this.lane = lane;
            this.groups = begin.groups();
            this.free = begin.free();
            this.variance = begin.variance();
            this.loaded = begin.loaded();
            this.passed = begin.passed();
            this.passedSince = -begin.passedFor();
        }

        int next() {
            int head = waiting.head(groups);
            if (!WaitingLists.isJob(head) || loaded == Lane.UNKNOWN || queue.model[head] == loaded) {
                return head;
            }
            int near = waiting.head(groups, loaded);
            return WaitingLists.isJob(near) && mayPass(head, near) ? near : head;
        }

        private boolean mayPass(int head, int near) {
            if (queue.tag[near] > queue.tag[head] + speeds.load(lane, queue.model[head])) {
                return false;
            }
            if (passed != head) {
                passed = head;
                passedSince = free;
            }
            if (free - passedSince >= PATIENCE) {
                return false;
            }
            starts.passedOn[head] = lane;
            return true;
        }

        void take(int job) {
            int model = queue.model[job];
            boolean loads = loaded != model;
            waiting.take(job);
            starts.at[job] = free;
            starts.variance[job] = variance;
            starts.lane[job] = lane;
            starts.turn[job] = taken++;
            starts.loads[job] = loads;
            double run = speeds.run(lane, model, queue.work[job]);
            double load = loads ? speeds.load(lane, model) : 0;
            double deviation = (run + load) * speeds.spread(lane, model);
            free += run + load;
            variance += deviation * deviation;
            loaded = model;
        }
    }
}
