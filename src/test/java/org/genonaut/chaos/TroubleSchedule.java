package org.genonaut.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Lets troubles happen side by side, but only one at a time to the nodes together and to each simulator. */
final class TroubleSchedule implements AutoCloseable {

    private static final int NODES = -1;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Integer, Future<?>> busy = new HashMap<>();
    private final Consumer<Planned> happen;

    TroubleSchedule(Consumer<Planned> happen) {
        this.happen = happen;
    }

    /** Waits until the target is well, and returns when the trouble has begun. */
    void begin(Planned planned) throws InterruptedException, ExecutionException {
        int target = planned.trouble().part() == Trouble.Part.SIMULATOR ? planned.target() : NODES;
        var before = busy.get(target);
        if (before != null) {
            before.get();
        }
        busy.put(target, threads.submit(() -> happen.accept(planned)));
    }

    /** Waits until all is mended. */
    @Override
    public void close() {
        threads.close();
    }
}
