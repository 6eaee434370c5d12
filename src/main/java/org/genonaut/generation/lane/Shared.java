package org.genonaut.generation.lane;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One reading for all who ask, renewed by whoever asks when it is too old. */
final class Shared<T> {

    private final long patience;
    private final Supplier<T> read;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Present<T> present;

    private record Present<T>(T value, long at) {}

    Shared(Duration patience, Supplier<T> read) {
        this.patience = patience.toNanos();
        this.read = read;
    }

    T get() {
        var known = present;
        if (known != null && System.nanoTime() - known.at() < patience) {
            return known.value();
        }
        reading.lock();
        try {
            known = present;
            if (known == null || System.nanoTime() - known.at() >= patience) {
                known = new Present<>(read.get(), System.nanoTime());
                present = known;
            }
            return known.value();
        } finally {
            reading.unlock();
        }
    }
}
