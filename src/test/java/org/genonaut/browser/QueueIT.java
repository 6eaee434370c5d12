package org.genonaut.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.genonaut.GeneratingTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.account.Account;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.generation.run.TwoNodes;
import org.genonaut.simulator.Pause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** What members see of what waits, and of what another node runs, in a real browser while the fleet is held. */
@GeneratingTest
class QueueIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern SOME = Pattern.compile("[1-9][0-9]*");
    private static final int STEPS = 40;

    private static Chromium chromium;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Simulators simulators;

    @Autowired
    private GenerationService generations;

    @Autowired
    private Environment environment;

    @LocalServerPort
    private int port;

    private final List<Pause> pauses = new ArrayList<>();
    private Account maya;
    private Account noah;
    private Page page;

    /** What the queue's table says of one. */
    private record Stand(String place, String starts, String why) {}

    @BeforeAll
    static void startBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT.toMillis());
        chromium = new Chromium();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void twoMembersAndAFleet(@Autowired Fleet fleet, @Autowired ModelCatalog catalog) {
        maya = accounts.member(TestFleet.newName());
        noah = accounts.member(TestFleet.newName());
        TestFleet.awaitReady(fleet, catalog);
        page = chromium.open(1440, 900, ColorScheme.LIGHT);
    }

    /** What a failed test still holds would hold the next ones, too. */
    @AfterEach
    void letGo() {
        for (var member : List.of(maya, noah)) {
            generations.list(member.id(), null, 50).items().stream()
                    .filter(generation -> generation.status().isOpen())
                    .forEach(generation -> generations.cancel(member.id(), generation.id()));
        }
        pauses.forEach(Pause::release);
        page.context().close();
    }

    @Test
    void saysPlaceTimeAndReasonAndMovesThemAsTheQueueMoves() {
        var complaints = chromium.complaints();
        holdAt(1);
        submit(noah, 12);
        pauses.forEach(Pause::awaitReached);
        submit(maya, 2);
        var last = submit(maya, 1);
        Visit.signIn(page, at(port), maya.name());
        var queue = page.context().newPage();
        queue.navigate(at(port) + "queue");

        var first = awaitStand(
                queue, last, stand -> place(stand) > 1 && !stand.starts().equals("–"));
        assertThat(first.why()).isNotEmpty();
        shoot(queue, "waiting-first");

        endOneAtAtlas();
        awaitStand(
                queue,
                last,
                stand -> place(stand) < place(first)
                        && !stand.starts().equals(first.starts())
                        && !stand.why().equals(first.why()));
        shoot(queue, "waiting-second");

        pauses.forEach(Pause::release);
        assertThat(queue.getByText("Nothing of yours waits")).isVisible();
        Visit.awaitDrawn(inStream(last).locator(".gn-frame img.gn-picture"));
        assertThat(chromium.complaints()).isEqualTo(complaints);
    }

    @Test
    void watchesAtOneNodeWhatAnotherRuns() {
        try (var other = TwoNodes.beside(environment)) {
            TestFleet.awaitReady(other.getBean(Fleet.class), other.getBean(ModelCatalog.class));
            var otherPort = other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            holdAt(STEPS / 2);
            Visit.signIn(page, at(otherPort), maya.name());

            var id = submit(maya, 1);
            var row = inStream(id);
            assertThat(row.locator("[data-progress]")).hasAttribute("data-progress", SOME);
            assertThat(row).containsText(Pattern.compile("[1-9][0-9]\\s%"));
            Visit.awaitDrawn(row.locator(".gn-preview img").last());
            shoot(page, "other-node-running");

            pauses.forEach(Pause::release);
            Visit.awaitDrawn(row.locator(".gn-frame img.gn-picture"));
            assertThat(row.locator("[data-progress]")).hasCount(0);
            page.navigate("about:blank"); // A node that stops still serves what is open there.
        }
    }

    /** One at Atlas ends, and the next there is held as the one before it was. */
    private void endOneAtAtlas() {
        var held = pauses.getFirst();
        pauses.add(simulators.atlas().script().pauseAtStep(1));
        held.release();
    }

    /** Waits until the queue says what is wanted and the stream beside the form says the same. */
    private Stand awaitStand(Page queue, GenerationId id, Predicate<Stand> wanted) {
        return await().pollInSameThread()
                .atMost(LIMIT)
                .until(() -> inQueue(queue, id), stand -> wanted.test(stand) && streamSays(id, stand));
    }

    private static Stand inQueue(Page queue, GenerationId id) {
        var row = queue.locator("tr[data-generation='" + id + "']");
        return new Stand(cell(row, "turn"), cell(row, "starts"), cell(row, "why"));
    }

    private static String cell(Locator row, String column) {
        return row.locator(".gn-queue-" + column).textContent();
    }

    private static int place(Stand stand) {
        return stand.place().matches("[0-9]+") ? Integer.parseInt(stand.place()) : Integer.MAX_VALUE;
    }

    /** Both pages count seconds down, so the stream may be one look behind in these. */
    private boolean streamSays(GenerationId id, Stand stand) {
        var note = inStream(id).locator(".gn-row-note").textContent();
        return note.matches(place(stand) + "(st|nd|rd|th) in line · starts .+ · .*" + Pattern.quote(stand.why()));
    }

    private Locator inStream(GenerationId id) {
        return page.locator(".gn-job[data-generation='" + id + "']");
    }

    private void holdAt(int step) {
        pauses.add(simulators.atlas().script().pauseAtStep(step));
        pauses.add(simulators.borealis().script().pauseAtStep(step));
    }

    private GenerationId submit(Account account, int images) {
        var recipe = aGeneration()
                .withPrompt("Ringed gas giant over a frozen moon", "")
                .withCheckpoint("sd_xl_base_1.0.safetensors")
                .inBatchesOf(1, images)
                .sampledBy(new SamplerParams(Seed.random(), STEPS, 6, "euler", "normal", 1))
                .build();
        return generations.submit(account.id(), GenerationDraft.of(recipe));
    }

    private static String at(int port) {
        return "http://127.0.0.1:" + port + "/";
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "queue-" + name + ".png")));
    }
}
