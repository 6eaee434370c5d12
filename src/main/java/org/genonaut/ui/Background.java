package org.genonaut.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Runs what takes too long for the thread that serves a browser, and brings the result back to the window. */
public final class Background {

    private Background() {}

    /**
     * Works on a virtual thread as the person who asked. When the owner has left its window meanwhile, nothing is shown.
     *
     * @param work must not touch components
     * @param ended runs in the window before the result is shown, also when the work failed; a failure then goes where
     *     those of clicks go
     * @param show takes the result in the window
     */
    public static <T> void run(Component owner, Supplier<T> work, Runnable ended, Consumer<T> show) {
        SerializableConsumer<Runnable> later =
                UI.getCurrent().accessLater(result -> deliver(owner, ended, result), () -> {});
        Thread.ofVirtual()
                .name("background")
                .start(new DelegatingSecurityContextRunnable(() -> later.accept(result(work, show))));
    }

    private static <T> Runnable result(Supplier<T> work, Consumer<T> show) {
        try {
            T result = work.get();
            return () -> show.accept(result);
        } catch (RuntimeException failure) {
            return () -> {
                throw failure;
            };
        }
    }

    private static void deliver(Component owner, Runnable ended, Runnable result) {
        if (owner.isAttached()) {
            ended.run();
            result.run();
        }
    }
}
