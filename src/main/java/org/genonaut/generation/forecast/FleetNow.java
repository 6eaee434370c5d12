package org.genonaut.generation.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.BackendState;
import org.genonaut.generation.forecast.QueueReading.Running;
import org.genonaut.generation.pace.Paces;
import org.genonaut.generation.pace.Speed;
import org.jspecify.annotations.Nullable;

/** The backends as lanes of the simulation, and how fast they are. */
final class FleetNow implements Speeds {

    /** A run that is over its time is expected to last so many of its usual deviations more. */
    private static final double OVERDUE = 0.5;

    private final QueueReading reading;
    private final Paces paces;
    private final List<Backend> ready;
    private final List<Lane> lanes = new ArrayList<>();
    private final Speed[][] speeds;
    private final double[][] loads;

    FleetNow(QueueReading reading, List<Backend> fleet, Paces paces) {
        this.reading = reading;
        this.paces = paces;
        this.ready = fleet.stream().filter(Backend::takesJobs).toList();
        // The models that run are numbered before the tables are made.
        ready.forEach(backend -> lanes.add(lane(backend)));
        speeds = new Speed[ready.size()][reading.queue().models.size()];
        loads = new double[ready.size()][reading.queue().models.size()];
        for (int lane = 0; lane < speeds.length; lane++) {
            fill(lane);
        }
    }

    private void fill(int lane) {
        var backend = ready.get(lane).id();
        for (int model = 0; model < speeds[lane].length; model++) {
            var id = reading.queue().models.value(model);
            speeds[lane][model] = paces.speed(backend, id);
            loads[lane][model] = paces.load(backend, id).toNanos() / 1e9;
        }
    }

    List<Lane> lanes() {
        return lanes;
    }

    String name(int lane) {
        return ready.get(lane).name();
    }

    BackendId id(int lane) {
        return ready.get(lane).id();
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    private Lane lane(Backend backend) {
        var id = backend.id().value();
        var running = reading.running().getOrDefault(id, List.of());
        var memory = reading.loaded().getOrDefault(id, new QueueReading.Memory(null, null, 0));
        double free = 0;
        double variance = 0;
        UUID loaded = running.isEmpty() ? memory.model() : running.getFirst().modelBefore();
        for (var run : running) {
            var expected = paces.expectedRun(backend.id(), run.model(), run.work());
            double load = run.model().equals(loaded)
                    ? 0
                    : paces.load(backend.id(), run.model()).toNanos() / 1e9;
            double deviation = expected.spread().toNanos() / 1e9;
            free += rest(expected.mean().toNanos() / 1e9 + load, deviation, run, run == running.getFirst());
            variance += deviation * deviation;
            loaded = run.model();
        }
        return new Lane(groups(backend), number(loaded), free, variance, place(memory.passed()), memory.passedFor());
    }

    private static double rest(double expected, double deviation, Running run, boolean runs) {
        return runs ? Math.max(expected - run.elapsed(), OVERDUE * deviation) : expected;
    }

    private int number(@Nullable UUID model) {
        return model == null ? Lane.UNKNOWN : reading.queue().models.number(model);
    }

    private int place(@Nullable UUID job) {
        return job == null ? Lane.UNKNOWN : reading.byId().get(job);
    }

    private int[] groups(Backend backend) {
        var pools = reading.pools().getOrDefault(backend.id().value(), Set.of());
        var groups = reading.queue().groups;
        long vram = vram(backend);
        return IntStream.range(0, groups.size())
                .filter(group -> pools.contains(groups.value(group).pool())
                        && groups.value(group).minVram() < vram)
                .toArray();
    }

    private static long vram(Backend backend) {
        return backend.state() instanceof BackendState.Up up
                ? up.capabilities().stats().devices().stream()
                        .mapToLong(device -> device.vramTotal())
                        .max()
                        .orElse(0)
                : 0;
    }

    @Override
    public double run(int lane, int model, double work) {
        return speeds[lane][model].seconds(work);
    }

    @Override
    public double spread(int lane, int model) {
        return speeds[lane][model].spread();
    }

    @Override
    public double load(int lane, int model) {
        return loads[lane][model];
    }
}
