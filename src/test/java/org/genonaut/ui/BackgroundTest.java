package org.genonaut.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ViewPackages(packages = "org.genonaut.ui")
class BackgroundTest extends BrowserlessTest {

    private final Span owner = new Span();
    private final List<String> heard = new ArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void bringsTheResultBackWithoutHoldingTheSession() {
        run(() -> {
            awaitAsked();
            return "done";
        });
        assertThat(heard).isEmpty();

        asked.countDown();
        awaitHeard(2);

        assertThat(heard).containsExactly("ended", "done");
    }

    @Test
    void worksAsThePersonWhoAsked() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("maya", "maya"));

        run(() -> requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                .getName());
        awaitHeard(2);

        assertThat(heard).containsExactly("ended", "maya");
    }

    @Test
    void letsAFailureGoWhereThoseOfClicksGo() {
        VaadinSession.getCurrent()
                .setErrorHandler(error -> heard.add(error.getThrowable().getMessage()));

        run(() -> {
            throw new IllegalStateException("broken");
        });
        awaitHeard(2);

        assertThat(heard).hasSize(2).first().isEqualTo("ended");
        assertThat(heard).last().asString().endsWith("broken");
    }

    @Test
    void showsNothingToAnOwnerThatHasLeft() {
        run(() -> {
            awaitAsked();
            return "done";
        });
        UI.getCurrent().remove(owner);
        asked.countDown();

        var other = new Span();
        UI.getCurrent().add(other);
        Background.run(other, () -> "later", () -> {}, heard::add);
        awaitHeard(1);

        assertThat(heard).doesNotContain("done");
    }

    private void run(Supplier<String> work) {
        UI.getCurrent().add(owner);
        Background.run(owner, work, () -> heard.add("ended"), heard::add);
    }

    private void awaitHeard(int count) {
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> {
            roundTrip();
            runPendingSignalsTasks();
            return heard.size() >= count;
        });
    }

    private void awaitAsked() {
        try {
            asked.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
