package org.genonaut.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

@ViewPackages(packages = "org.genonaut.ui")
class LiveSignalTest extends BrowserlessTest {

    private final Set<Consumer<String>> listeners = ConcurrentHashMap.newKeySet();
    private final List<String> shown = new ArrayList<>();
    private final Span owner = new Span();
    private String present = "present";

    @Test
    void showsThePresentAtOnce() {
        watch();

        assertThat(shown).containsExactly("present");
    }

    @Test
    void showsWhatHappensOnAnotherThread() throws InterruptedException {
        watch();

        onAnotherThread(() -> publish("done"));

        assertThat(shown).last().isEqualTo("done");
    }

    @Test
    void showsOnlyTheLatestOfManyEvents() throws InterruptedException {
        watch();

        onAnotherThread(() -> {
            for (int step = 1; step <= 20; step++) {
                publish("step " + step);
            }
        });

        assertThat(shown).containsExactly("present", "step 20");
    }

    @Test
    void takesEventsFromAThreadThatServesSomebodyElse() throws InterruptedException {
        watch();
        var failure = new AtomicReference<Throwable>();

        onAnotherThread(() -> {
            VaadinSession.setCurrent(Mockito.mock(VaadinSession.class));
            try {
                publish("from elsewhere");
            } catch (RuntimeException refused) {
                failure.set(refused);
            } finally {
                VaadinSession.setCurrent(null);
            }
        });

        assertThat(failure.get()).isNull();
        assertThat(shown).last().isEqualTo("from elsewhere");
    }

    @Test
    void endsItsSubscriptionWhenTheOwnerLeaves() {
        watch();

        owner.removeFromParent();

        assertThat(listeners).isEmpty();
    }

    @Test
    void subscribesAgainWhenTheOwnerComesBack() throws InterruptedException {
        watch();
        owner.removeFromParent();
        present = "later";

        UI.getCurrent().add(owner);
        runPendingSignalsTasks();

        assertThat(listeners).hasSize(1);
        assertThat(shown).last().isEqualTo("later");
        onAnotherThread(() -> publish("again"));
        assertThat(shown).last().isEqualTo("again");
    }

    @Test
    void dropsEventsThatArriveAfterTheTabWasClosed() throws InterruptedException {
        watch();
        var stillSubscribed = listeners.iterator().next();
        var failure = new AtomicReference<Throwable>();
        owner.removeFromParent();

        var thread = Thread.ofVirtual()
                .uncaughtExceptionHandler((ignored, thrown) -> failure.set(thrown))
                .start(() -> stillSubscribed.accept("too late"));
        thread.join();
        runPendingSignalsTasks();

        assertThat(failure.get()).isNull();
        assertThat(shown).containsExactly("present");
    }

    @Test
    void subscribesAtOnceWhenTheOwnerIsAttachedAlready() {
        UI.getCurrent().add(owner);

        LiveSignal.of(owner, "nothing", this::subscribe);

        assertThat(listeners).hasSize(1);
    }

    private void watch() {
        Signal<String> latest = LiveSignal.of(owner, "nothing", this::subscribe);
        Signal.effect(owner, () -> shown.add(latest.get()));
        UI.getCurrent().add(owner);
        runPendingSignalsTasks();
        shown.removeIf("nothing"::equals);
    }

    private Runnable subscribe(Consumer<String> listener) {
        listeners.add(listener);
        listener.accept(present);
        return () -> listeners.remove(listener);
    }

    private void publish(String event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private void onAnotherThread(Runnable work) throws InterruptedException {
        Thread.ofVirtual().start(work).join();
        roundTrip();
        runPendingSignalsTasks();
    }
}
