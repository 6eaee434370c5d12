package org.genonaut.simulator;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.genonaut.simulator.run.Interventions;

/**
 * Holds the worker before a sampler's first step and after each one until it may go on; so runs last as long as a
 * recording needs.
 */
final class Turnstile {
    private static final int NOBODY = -1;

    private final Set<String> samplers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean open;
    private int passes;
    private int standing = NOBODY;

    Turnstile(Set<String> samplers) {
        this.samplers = samplers;
    }

    /** The same interventions, and then waiting here after each step. */
    Interventions after(Interventions others) {
        return (Interventions) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Interventions.class}, (proxy, method, arguments) -> {
                    try {
                        var result = method.invoke(others, arguments);
                        if (method.getName().equals("afterStep")) {
                            stand((int) arguments[0]);
                        } else if (method.getName().equals("atNode") && samplers.contains(arguments[0])) {
                            stand(0);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private void stand(int step) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            standing = step;
            changed.signalAll();
            while (!open && passes == 0) {
                changed.await();
            }
            passes = Math.max(0, passes - 1);
            standing = NOBODY;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the worker go on until it stands after this step, or before the first one for 0. */
    void advanceTo(int step) {
        lock.lock();
        try {
            await(() -> standing > NOBODY);
            while (standing < step) {
                var before = standing;
                passes++;
                changed.signalAll();
                await(() -> standing > before);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets the worker pass so many more times, and waits until it has. */
    void pass(int times) {
        lock.lock();
        try {
            passes += times;
            changed.signalAll();
            await(() -> passes == 0);
        } finally {
            lock.unlock();
        }
    }

    /** Holds nobody until the action is over. */
    void openDuring(Runnable action) {
        setOpen(true);
        action.run();
        setOpen(false);
    }

    private void setOpen(boolean nowOpen) {
        lock.lock();
        try {
            open = nowOpen;
            passes = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await(BooleanSupplier condition) {
        try {
            var nanos = TimeUnit.SECONDS.toNanos(20);
            while (!condition.getAsBoolean()) {
                if (nanos <= 0) {
                    throw new IllegalStateException("The simulated worker does not come to its next step");
                }
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
