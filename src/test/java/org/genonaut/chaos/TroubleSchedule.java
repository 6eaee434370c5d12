package org.genonaut.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets troubles happen side by side, but only one at a time to the nodes together and to each simulator: the next one there
 * waits until the one before is mended.
 */
final class TroubleSchedule implements AutoCloseable {

    private static final int NODES = -1;

    private final Map<Integer, ThreadPoolExecutor> lanes = new HashMap<>();
    private final Consumer<Planned> happen;

    TroubleSchedule(Consumer<Planned> happen) {
        this.happen = happen;
    }

    /** Returns at once. */
    void begin(Planned planned) {
        int target = planned.trouble().part() == Trouble.Part.SIMULATOR ? planned.target() : NODES;
        lanes.computeIfAbsent(target, one -> lane()).execute(() -> happen.accept(planned));
    }

    private static ThreadPoolExecutor lane() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().factory());
    }

    /** Waits until all is mended; what has not begun will not. */
    @Override
    public void close() {
        lanes.values().forEach(lane -> lane.getQueue().clear());
        lanes.values().forEach(ThreadPoolExecutor::close);
    }
}
