package org.genonaut.generation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.genonaut.GeneratingTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestFleet;
import org.genonaut.account.CurrentAccount;
import org.genonaut.account.Role;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.OnAtlas;
import org.genonaut.generation.lane.QueueRow;
import org.genonaut.generation.lane.QueueRows;
import org.genonaut.ui.Undo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a member reads beside a generation that waits. */
@GeneratingTest
@ViewPackages(classes = GenerateView.class)
@SignedInAs(value = "waiting-row", role = Role.ADMIN)
class WaitingRowTest extends SpringBrowserlessTest {

    private static final String SOON = "(in \\d+(–\\d+)? s|about .+)";

    @Autowired
    private GenerationService generations;

    @Autowired
    private CurrentAccount account;

    @Autowired
    private ModelCatalog catalog;

    @Autowired
    private TestFleet.Simulators simulators;

    private OnAtlas atlas;
    private List<GenerationId> sent = List.of();

    @BeforeEach
    void aModelOnOneBackend(@Autowired Fleet fleet, @Autowired JdbcClient jdbc) {
        TestFleet.awaitReady(fleet, catalog);
        atlas = new OnAtlas(simulators, catalog, jdbc);
    }

    @AfterEach
    void letAllEnd() {
        sent.forEach(id -> generations.cancel(account.id(), id));
        atlas.close();
    }

    @Test
    void showsPlaceStartAndReasonAndMovesUpWhenAnotherEnds() {
        var runs = atlas.hold(2);
        sent = Stream.generate(() -> generations.submit(account.id(), OnAtlas.draft()))
                .limit(4)
                .toList();
        runs.getFirst().awaitReached();
        navigate(GenerateView.class);

        awaitNote("2nd in line · starts " + SOON + " · 1 of your own is before it");
        runs.getFirst().release();

        awaitNote("1st in line · starts " + SOON + " · Atlas finishes first");
    }

    @Test
    void marksWhatWaitsInTheSlowLane(@Autowired JdbcClient jdbc, @Autowired QueueRows queue) {
        var run = atlas.hold(1).getFirst();
        sent = Stream.generate(() -> generations.submit(account.id(), OnAtlas.draft()))
                .limit(4)
                .toList();
        run.awaitReached();
        jdbc.sql("update generation_job set lane = 0.25 where request_id = ?")
                .param(sent.getLast().value())
                .update();
        navigate(GenerateView.class);

        awaitNote("Slow lane · .+ in line · .+");

        assertThat(queue.mine(account.id()).stream().filter(QueueRow::slowLane).map(QueueRow::id))
                .containsExactly(sent.getLast());
    }

    @Test
    void countsThoseThatHaveNoRowToo() {
        var run = atlas.hold(1).getFirst();
        sent = Stream.generate(() -> generations.submit(account.id(), OnAtlas.draft()))
                .limit(25)
                .toList();
        run.awaitReached();
        navigate(GenerateView.class);

        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            runPendingSignalsTasks();
            assertThat(find(StreamStatus.class).single().getElement().getTextRecursively())
                    .containsPattern("2[34] waiting");
        });
        assertThat(find(GenerationRow.class).all()).hasSize(20);
    }

    @Test
    void cancelsOneThatWaitsAndLetsItWaitAgain() {
        var run = atlas.hold(1).getFirst();
        sent = Stream.generate(() -> generations.submit(account.id(), OnAtlas.draft()))
                .limit(4)
                .toList();
        run.awaitReached();
        navigate(GenerateView.class);
        var last = sent.getLast();

        press("Cancel", row(last));
        assertThat(generations.find(account.id(), last).orElseThrow().status()).isEqualTo(GenerationStatus.CANCELLED);
        press("Undo", find(Undo.class).single());

        assertThat(generations.find(account.id(), last).orElseThrow().status()).isEqualTo(GenerationStatus.PENDING);
    }

    private void press(String label, Component within) {
        test(find(Button.class, within).all().stream()
                        .filter(button ->
                                button.getElement().getTextRecursively().startsWith(label))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void awaitNote(String pattern) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            runPendingSignalsTasks();
            assertThat(notes(sent.getLast())).anyMatch(note -> note.matches(pattern));
        });
    }

    private List<String> notes(GenerationId id) {
        return find(Paragraph.class, row(id)).all().stream()
                .map(Paragraph::getText)
                .toList();
    }

    private GenerationRow row(GenerationId id) {
        return find(GenerationRow.class).all().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
