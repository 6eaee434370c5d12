package org.genonaut.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A signal that follows events from other threads for as long as its owner is attached.
 *
 * <p>Events are whole states, never deltas: when they come faster than the browser is served, only the latest is shown.
 * The owner's session is entered here, because a local signal refuses a thread that belongs to another session.
 */
public final class LiveSignal {

    private LiveSignal() {}

    /**
     * Follows a source of events while the owner is attached; attaching again subscribes again.
     *
     * @param initial what the signal says until the source has delivered something
     * @param subscribe registers a listener, delivers the present state to it first, and answers how to unsubscribe;
     *     the listener may be called from any thread and never blocks it for the browser
     */
    public static <E> Signal<E> of(Component owner, E initial, Function<Consumer<E>, Runnable> subscribe) {
        var signal = new ValueSignal<>(initial);
        owner.addAttachListener(attached -> follow(attached.getUI(), owner, signal, subscribe));
        owner.getUI().filter(ui -> owner.isAttached()).ifPresent(ui -> follow(ui, owner, signal, subscribe));
        return signal.asReadonly();
    }

    private static <E> void follow(
            UI ui, Component owner, ValueSignal<E> signal, Function<Consumer<E>, Runnable> subscribe) {
        var subscription = new Subscription<>(ui, signal);
        owner.addDetachListener(detached -> {
            detached.unregisterListener();
            subscription.end();
        });
        subscription.endWith(subscribe.apply(subscription));
    }

    /** One stay of the owner in one UI. Of all events that wait to be shown it keeps the latest. */
    private static final class Subscription<E> implements Consumer<E> {

        private final UI ui;
        private final ValueSignal<E> signal;
        private final AtomicReference<@Nullable Event<E>> waiting = new AtomicReference<>();
        private final Runnable showLater;
        private Runnable unsubscribe = () -> {};
        private volatile boolean ended;

        private record Event<E>(E state) {}

        Subscription(UI ui, ValueSignal<E> signal) {
            this.ui = ui;
            this.signal = signal;
            // A tab that was closed meanwhile needs nothing: its detach listener has ended the subscription.
            this.showLater = ui.accessLater(this::show, () -> {});
        }

        @Override
        public void accept(E state) {
            if (ended) {
                return;
            }
            var before = waiting.getAndSet(new Event<>(state));
            if (isEntered()) {
                show();
            } else if (before == null) {
                showLater.run();
            }
        }

        private boolean isEntered() {
            var session = ui.getSession();
            return ui.equals(UI.getCurrent()) && session != null && session.hasLock();
        }

        private void show() {
            var event = waiting.getAndSet(null);
            if (event != null && !ended) {
                signal.set(event.state());
            }
        }

        void endWith(Runnable unsubscribe) {
            this.unsubscribe = unsubscribe;
        }

        void end() {
            ended = true;
            unsubscribe.run();
        }
    }
}
