package org.genonaut.comfyui.wire;

import java.time.Duration;

/** Time that passes; tests pass it themselves. */
public interface Time {

    Time REAL = new Time() {
        @Override
        public Duration now() {
            return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void pause(Duration length) throws InterruptedException {
            Thread.sleep(length);
        }
    };

    /** Since some fixed moment; only differences mean something. */
    Duration now();

    void pause(Duration length) throws InterruptedException;
}
