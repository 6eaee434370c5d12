package org.genonaut.generation.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genonaut.GeneratingTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.account.Account;
import org.genonaut.account.AccountId;
import org.genonaut.account.CurrentAccount;
import org.genonaut.account.Role;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.pace.Paces;
import org.genonaut.generation.pace.Speed;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.simulator.Pause;
import org.genonaut.ui.Undo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page over a fleet that is held in the middle of its work. */
@GeneratingTest
@ViewPackages(classes = QueueView.class)
class QueueViewTest extends SpringBrowserlessTest {

    private static final String CHECKPOINT = "juggernautXL_v9.safetensors";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Autowired
    GenerationService service;

    @Autowired
    Fleet fleet;

    @Autowired
    ModelCatalog catalog;

    @Autowired
    TestAccounts accounts;

    @Autowired
    CurrentAccount current;

    @Autowired
    TestFleet.Simulators simulators;

    @Autowired
    Paces paces;

    @Autowired
    JdbcClient jdbc;

    private Account other;
    private GenerationId others;
    private List<Pause> pauses = List.of();

    /** Two run, two are ready at their servers, two wait. */
    @BeforeEach
    void aFleetThatIsHeld() {
        TestFleet.awaitReady(fleet, catalog);
        await().atMost(LIMIT).until(() -> open().isEmpty());
        forgetPaces();
        pauses = Stream.of(simulators.atlas(), simulators.borealis())
                .map(simulator -> simulator.script().pauseAtStep(1))
                .toList();
        other = accounts.member(TestFleet.newName());
        others = submit(other, "a secret lighthouse", 6);
        pauses.forEach(Pause::awaitReached);
        await().atMost(LIMIT).until(() -> waiting(others) == 2);
    }

    /** Who has seen held runs expects long ones, and has the next one ready late. */
    private void forgetPaces() {
        jdbc.sql("delete from run_pace").update();
        var model = catalog.find(ModelType.CHECKPOINT, CHECKPOINT)
                .orElseThrow()
                .id()
                .value();
        await().atMost(LIMIT)
                .until(() -> fleet.backends().stream()
                        .allMatch(backend -> paces.speed(backend.id(), model).source() == Speed.Source.GUESSED));
    }

    @AfterEach
    void letGo() {
        jdbc.sql("delete from queue_pause").update();
        open().forEach((id, account) -> service.cancel(account, id));
        pauses.forEach(Pause::release);
    }

    private Map<GenerationId, AccountId> open() {
        return jdbc
                .sql("select id, account_id from generation_request where status in ('pending', 'processing')")
                .query((row, number) -> Map.entry(
                        new GenerationId(row.getObject("id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int waiting(GenerationId id) {
        return jdbc.sql("select count(*) from generation_job where request_id = ? and status = 'waiting'")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private GenerationId submit(Account account, String prompt, int images) {
        var recipe = aGeneration()
                .withPrompt(prompt, "")
                .withCheckpoint(CHECKPOINT)
                .ofSize(64, 64)
                .inBatchesOf(1, images)
                .sampledBy(new SamplerParams(Seed.random(), 4, 6, "euler", "normal", 1))
                .build();
        return service.submit(account.id(), GenerationDraft.of(recipe));
    }

    private void open(String view) {
        UI.getCurrent().navigate("queue", QueryParameters.simple(Map.of("view", view)));
        roundTrip();
    }

    private WaitingRow row(GenerationId id) {
        return find(WaitingRow.class).all().stream()
                .filter(row -> row.row().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String cell(GenerationId id, String column) {
        return row(id).getChildren()
                .filter(cell -> cell.getElement().getClassList().contains("gn-queue-" + column))
                .map(cell -> cell.getElement().getTextRecursively())
                .findFirst()
                .orElseThrow();
    }

    private void press(GenerationId id, String deed) {
        test(button(id, deed)).click();
    }

    private boolean isOfUse(GenerationId id, String deed) {
        return !button(id, deed).hasClassName("gn-of-no-use");
    }

    private Button button(GenerationId id, String deed) {
        return find(Button.class).all().stream()
                .filter(button -> button.hasClassName("queue-" + deed) && isIn(button, row(id)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isIn(Button button, WaitingRow row) {
        var element = button.getElement();
        while (element != null && !element.equals(row.getElement())) {
            element = element.getParent();
        }
        return element != null;
    }

    /** The page as it is once what came from other threads is shown. */
    private String page() {
        runPendingSignalsTasks();
        roundTrip();
        return find(QueueView.class).single().getElement().getOuterHTML();
    }

    /** From the top of the table. */
    private List<GenerationId> order() {
        return find(NativeTableBody.class).all().stream()
                .flatMap(body -> body.getElement().getChildren())
                .map(row ->
                        ((WaitingRow) row.getComponent().orElseThrow()).row().id())
                .toList();
    }

    @Test
    @SignedInAs("queue-maya")
    void positionTimeAndReasonChangeWhenOneBeforeItEnds() {
        var first = submit(current.get(), "my first", 1);
        var second = submit(current.get(), "my second", 1);
        open("mine");
        await().pollInSameThread()
                .atMost(LIMIT)
                .until(() -> page().contains("my second")
                        && !cell(second, "turn").equals("–")
                        && !cell(second, "starts").equals("–"));
        var turn = Integer.parseInt(cell(second, "turn"));
        var why = cell(second, "why");
        assertThat(turn).isGreaterThan(1);
        assertThat(why).isNotEmpty();
        var sameRow = row(second);

        // The next one at Atlas is held as well, so that exactly one ends.
        var next = simulators.atlas().script().pauseAtStep(1);
        var begun = pauses.getFirst();
        pauses = List.of(pauses.getLast(), next);
        begun.release();

        await().pollInSameThread()
                .atMost(LIMIT)
                .until(() -> page().contains("my second")
                        && cell(second, "turn").matches("\\d+")
                        && Integer.parseInt(cell(second, "turn")) < turn
                        && !cell(second, "why").equals(why));
        assertThat(row(second)).isSameAs(sameRow);
        assertThat(cell(first, "starts")).isNotEmpty();
    }

    @Test
    @SignedInAs("queue-orders")
    void ordersPausesAndCancelsOnesOwn() {
        var first = submit(current.get(), "my first", 1);
        var second = submit(current.get(), "my second", 1);
        open("mine");
        assertThat(order()).containsExactly(first, second);

        assertThat(isOfUse(first, "up")).isFalse();
        press(second, "up");
        assertThat(order()).containsExactly(second, first);
        assertThat(isOfUse(first, "top")).isTrue();
        assertThat(isOfUse(second, "top")).isFalse();

        press(second, "pause");
        assertThat(cell(second, "why")).isEqualTo("It is paused");
        press(second, "resume");
        assertThat(cell(second, "why")).isNotEqualTo("It is paused");

        press(second, "cancel");
        assertThat(order()).containsExactly(first);
        assertThat(service.find(current.id(), second).orElseThrow().status()).isEqualTo(GenerationStatus.CANCELLED);
        assertThat(find(Undo.class).all()).hasSize(1);
        service.cancel(current.id(), first);
    }

    @Test
    @SignedInAs("queue-begun")
    void whatHasBegunSaysHowItsRestWaitsAndIsNotCancelledByASlip() {
        var held = Stream.of(simulators.atlas(), simulators.borealis())
                .map(simulator -> simulator.script().pauseAtStep(1))
                .toList();
        var mine = submit(current.get(), "my many", 6);
        service.cancel(other.id(), others);
        pauses.forEach(Pause::release);
        pauses = held;
        pauses.forEach(Pause::awaitReached);
        open("mine");

        await().pollInSameThread()
                .atMost(LIMIT)
                .until(() -> page().contains("my many")
                        && cell(mine, "starts").equals("Running")
                        && cell(mine, "turn").matches("\\d+")
                        && !cell(mine, "why").isEmpty());
        press(mine, "pause");
        assertThat(cell(mine, "starts")).isEqualTo("Running");
        assertThat(cell(mine, "why")).isEqualTo("It is paused");
        press(mine, "resume");
        press(mine, "cancel");

        assertThat(find(ConfirmDialog.class).exists()).isTrue();
        assertThat(waiting(mine)).isPositive();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(waiting(mine)).isZero();
    }

    @Test
    @SignedInAs("queue-member")
    void aMemberSeesTheLanesWithoutNamesAndPrompts() {
        open("fleet");

        await().pollInSameThread().atMost(LIMIT).until(() -> page().contains("data-kind=\"running\""));

        assertThat(page())
                .doesNotContain("a secret lighthouse", other.displayName(), "Drain")
                .contains("Atlas", "Borealis", "Someone");
        assertThat(find(WaitingRow.class).all()).isEmpty();
        assertThat(find(Button.class).withId("pause-all").all()).allMatch(button -> !button.isVisible());
    }

    @Test
    @SignedInAs(value = "queue-admin", role = Role.ADMIN)
    void anAdminSeesAndCancelsEverybodys() {
        open("fleet");
        await().pollInSameThread().atMost(LIMIT).until(() -> page().contains("a secret lighthouse"));
        assertThat(page()).contains(other.displayName(), "Drain");

        press(others, "pause");
        assertThat(cell(others, "why")).isEqualTo("It is paused");
        press(others, "resume");
        press(others, "cancel");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(waiting(others)).isZero();
    }

    @Test
    @SignedInAs(value = "queue-admin", role = Role.ADMIN)
    void anAdminTakesBackTheCancelOfWhatHasNotBegun() {
        var theirs = submit(other, "a second lighthouse", 1);
        open("fleet");
        await().pollInSameThread().atMost(LIMIT).until(() -> page().contains("a second lighthouse"));

        press(theirs, "cancel");
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(waiting(theirs)).isZero();
        takeBack();

        assertThat(waiting(theirs)).isOne();
        assertThat(jdbc.sql("select action from audit_line where subject_id = ? order by id")
                        .param(theirs.value())
                        .query(String.class)
                        .list())
                .containsExactly("GENERATION_CANCELLED", "GENERATION_CANCEL_UNDONE");
    }

    @Test
    @SignedInAs(value = "queue-admin", role = Role.ADMIN)
    void anAdminDrainsABackendAndSaysWhy() {
        open("fleet");
        await().pollInSameThread().atMost(LIMIT).until(() -> page().contains("Drain"));

        test(find(Button.class).withText("Drain").all().getFirst()).click();
        test(find(TextField.class).withCaption("Note for everybody (optional)").single())
                .setValue("for an update");
        test(find(ConfirmDialog.class).single()).confirm();

        await().pollInSameThread().atMost(LIMIT).until(() -> page().contains("for an update"));
        takeBack();
        await().pollInSameThread().atMost(LIMIT).until(() -> !page().contains("for an update"));
    }

    private void takeBack() {
        var button = find(Undo.class)
                .single()
                .getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
        test(button).click();
    }

    @Test
    @SignedInAs(value = "queue-admin", role = Role.ADMIN)
    void anAdminPausesEverything() {
        open("fleet");

        test(find(Button.class).withId("pause-all").single()).click();

        assertThat(jdbc.sql("select count(*) from queue_pause")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(find(Button.class).withId("pause-all").single().getText()).isEqualTo("Resume");

        test(find(Button.class).withId("pause-all").single()).click();

        assertThat(jdbc.sql("select count(*) from queue_pause")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
