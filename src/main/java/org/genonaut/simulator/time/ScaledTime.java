package org.genonaut.simulator.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Time by the wall clock; only work is faster or slower. */
final class ScaledTime implements SimulatorTime {
    private static final Duration SHORTEST = Duration.ofNanos(100_000);

    private final double speed;
    private final long start = System.nanoTime();

    ScaledTime(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed is above 0, not " + speed);
        }
        this.speed = speed;
    }

    @Override
    public Duration ofWork(double secondsAtNormalSpeed) {
        return Duration.ofNanos((long) (secondsAtNormalSpeed / speed * 1e9));
    }

    @Override
    public Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void await(Duration moment) throws InterruptedException {
        var left = moment.minus(now());
        // A pause of microseconds would only measure the scheduler.
        if (left.compareTo(SHORTEST) > 0) {
            Thread.sleep(left);
        }
    }

    @Override
    public void later(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS).execute(task);
    }
}
