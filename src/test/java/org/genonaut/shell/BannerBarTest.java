package org.genonaut.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.genonaut.ui.Banner;
import org.genonaut.ui.BannerSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "org.genonaut.ui")
class BannerBarTest extends BrowserlessTest {

    private final Announcements announcements = new Announcements();
    private final BannerBar bar = new BannerBar(List.of(announcements), "MEMBER"::equals);

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void saysWhatHoldsAlready() {
        announcements.say(Banner.warning("error.unexpected.sentence", "42"));

        UI.getCurrent().add(bar);

        assertThat(texts()).singleElement().asString().endsWith("tell an admin the number 42.");
    }

    @Test
    void showsABannerThatAppearsWhileSomebodyLooks() throws InterruptedException {
        UI.getCurrent().add(bar);
        assertThat(texts()).isEmpty();

        Thread.ofVirtual()
                .start(() -> announcements.say(Banner.warning("error.denied.title")))
                .join();
        roundTrip();
        runPendingSignalsTasks();

        assertThat(texts()).containsExactly("This page is for admins");
    }

    @Test
    void keepsABannerFromWhoHasNotItsRole() {
        announcements.say(Banner.info("error.denied.title").onlyFor("ADMIN"));

        UI.getCurrent().add(bar);

        assertThat(texts()).isEmpty();
    }

    @Test
    void showsABannerToWhoHasItsRole() {
        announcements.say(Banner.info("error.denied.title").onlyFor("MEMBER"));

        UI.getCurrent().add(bar);

        assertThat(texts()).hasSize(1);
    }

    @Test
    void runsWhatABannerProposesAndAsksAgain() {
        announcements.say(Banner.info("error.denied.title").withAction("undo.action", announcements::fallSilent));
        UI.getCurrent().add(bar);

        test(find(Button.class).single()).click();

        assertThat(texts()).isEmpty();
    }

    @Test
    void stopsListeningWhenThePageIsLeft() {
        UI.getCurrent().add(bar);

        bar.removeFromParent();

        assertThat(announcements.listeners).isEmpty();
    }

    private List<String> texts() {
        return find(Span.class, bar).withClassName("gn-grow").all().stream()
                .map(Span::getText)
                .toList();
    }

    private static class Announcements implements BannerSource {

        private final AtomicReference<Optional<Banner>> current = new AtomicReference<>(Optional.empty());
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

        void say(Banner banner) {
            become(Optional.of(banner));
        }

        void fallSilent() {
            become(Optional.empty());
        }

        private void become(Optional<Banner> banner) {
            current.set(banner);
            listeners.forEach(Runnable::run);
        }

        @Override
        public Optional<Banner> banner() {
            return current.get();
        }

        @Override
        public Runnable onChange(Runnable listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
