package org.genonaut.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Which faults are on. Outlives the server that they plague; those that are a state of it end when it restarts. */
public final class FaultBoard {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<SwitchedOn> on = new ArrayList<>();
    private final Effects effects;
    private int lastId;

    /** What happens to a server at the moment when a fault is switched on or lifted. */
    public interface Effects {
        void begin(SwitchedOn fault);

        void end(SwitchedOn fault);
    }

    public FaultBoard(Effects effects) {
        this.effects = effects;
    }

    /** Switches a fault on: once if that is its nature, else until it is lifted. */
    public SwitchedOn switchOn(Fault fault) {
        return put(fault, FaultKind.of(fault).lasting() == Lasting.ONCE ? OptionalInt.of(1) : OptionalInt.empty());
    }

    /**
     * Switches a fault on for a number of occasions.
     *
     * @param times 1 or more
     * @throws IllegalArgumentException if it is not one that is counted
     */
    public SwitchedOn switchOn(Fault fault, int times) {
        var kind = FaultKind.of(fault);
        if (kind.lasting() != Lasting.COUNTED) {
            throw new IllegalArgumentException(
                    kind.name() + " is not counted, but " + kind.lasting().words() + ": leave times out");
        }
        if (times < 1) {
            throw new IllegalArgumentException("times is 1 or more, not " + times);
        }
        return put(fault, OptionalInt.of(times));
    }

    private SwitchedOn put(Fault fault, OptionalInt times) {
        SwitchedOn entry;
        lock.lock();
        try {
            entry = new SwitchedOn(++lastId, fault, times);
            if (!fault.isImmediate()) {
                on.add(entry);
            }
        } finally {
            lock.unlock();
        }
        // Outside of the lock: an effect waits for threads that ask this board.
        effects.begin(entry);
        return entry;
    }

    /** What is on, oldest first. */
    public List<SwitchedOn> on() {
        lock.lock();
        try {
            return List.copyOf(on);
        } finally {
            lock.unlock();
        }
    }

    public boolean isOn(Class<? extends Fault> kind) {
        return on().stream().anyMatch(entry -> kind.isInstance(entry.fault()));
    }

    /** A fault of a kind for which this is an occasion; what is counted is counted down. */
    public <F extends Fault> Optional<F> next(Class<F> kind) {
        return next(kind, fault -> true);
    }

    /** A fault of a kind for which this is an occasion, if it is one of those that matter here. */
    public <F extends Fault> Optional<F> next(Class<F> kind, Predicate<F> matters) {
        lock.lock();
        try {
            for (var i = 0; i < on.size(); i++) {
                var entry = on.get(i);
                if (kind.isInstance(entry.fault()) && matters.test(kind.cast(entry.fault()))) {
                    countDown(i);
                    return Optional.of(kind.cast(entry.fault()));
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void countDown(int index) {
        var less = on.get(index).onceLess();
        if (less.isUsedUp()) {
            on.remove(index);
            changed.signalAll();
        } else {
            on.set(index, less);
        }
    }

    /**
     * Lifts a fault.
     *
     * @return what was lifted, or empty if there is none of this id
     * @throws IllegalStateException if only a restart ends it
     */
    public Optional<SwitchedOn> lift(int id) {
        var found = on().stream().filter(entry -> entry.id() == id).findFirst();
        found.ifPresent(entry -> {
            if (entry.lasting() == Lasting.UNTIL_RESTART) {
                throw new IllegalStateException("Only a restart of the server ends "
                        + FaultKind.of(entry.fault()).name());
            }
        });
        return remove(entry -> entry.id() == id).stream().findFirst();
    }

    /** Lifts every fault of a kind. */
    public void lift(Class<? extends Fault> kind) {
        remove(entry -> kind.isInstance(entry.fault()) && entry.lasting() != Lasting.UNTIL_RESTART);
    }

    /** Lifts every fault but those that only a restart ends, and returns what was lifted. */
    public List<SwitchedOn> liftAll() {
        return remove(entry -> entry.lasting() != Lasting.UNTIL_RESTART);
    }

    /** The server is a new one: what was a state of the old one is over. */
    public void serverRestarts() {
        lock.lock();
        try {
            on.removeIf(entry -> entry.lasting().endsWithRestart());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<SwitchedOn> remove(Predicate<SwitchedOn> which) {
        List<SwitchedOn> removed;
        lock.lock();
        try {
            removed = on.stream().filter(which).toList();
            on.removeAll(removed);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        removed.forEach(effects::end);
        return removed;
    }

    /** Waits as long as a fault of a kind is on. */
    public void awaitLifted(Class<? extends Fault> kind) throws InterruptedException {
        lock.lock();
        try {
            while (on.stream().anyMatch(entry -> kind.isInstance(entry.fault()))) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
