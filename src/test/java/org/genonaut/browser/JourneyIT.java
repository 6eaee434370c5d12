package org.genonaut.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.genonaut.GeneratingTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.account.Account;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.simulator.Pause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member's way from sign-in to picture and back, in a real browser against simulators over real sockets. */
@GeneratingTest
class JourneyIT {

    private static final Pattern SOME = Pattern.compile("[1-9][0-9]*");

    private static Chromium chromium;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Simulators simulators;

    @Autowired
    private GenerationService generations;

    @LocalServerPort
    private int port;

    private final List<Pause> pauses = new ArrayList<>();
    private Account maya;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        chromium = new Chromium();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void aMemberAndAFleet(@Autowired Fleet fleet, @Autowired ModelCatalog catalog) {
        maya = accounts.member(TestFleet.newName());
        TestFleet.awaitReady(fleet, catalog);
        page = chromium.open(1440, 900, ColorScheme.LIGHT);
    }

    /** What a failed test still holds would hold the next ones, too. */
    @AfterEach
    void letGo() {
        pauses.forEach(Pause::release);
        page.context().close();
    }

    @Test
    void leadsFromSignInToPictureAndBack() {
        signIn();
        shoot("generate-empty");

        write("Lighthouse on a basalt cliff before a storm, one warm lamp in the tower");
        chooseCheckpoint("RealVisXL 4.0");
        addLoras(2);
        makeImages(4);
        shoot("form");
        var row = generateAndWatch();

        assertThat(row.locator(".gn-frame img.gn-picture")).hasCount(4, patient());
        Visit.awaitDrawn(row.locator(".gn-frame img.gn-picture").last());
        shoot("generate-done");

        row.locator("a.gn-frame").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/gallery/[0-9a-f-]{36}.*"));
        Visit.awaitDrawn(page.locator("#viewer-image"));
        assertThat(page.locator(".gn-recipe")).containsText("Lighthouse on a basalt cliff");
        shoot("viewer");

        page.locator("#again").click();
        assertThat(page).hasURL(Pattern.compile(".*/generate.*"));
        await().atMost(Duration.ofSeconds(30)).until(() -> generationsOfMaya().size() == 2);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void cancelsWhatRuns() {
        signIn();
        write("Castle over a forest at night");
        makeImages(4);
        holdAt(1);
        page.locator("#generate").click();
        pauses.forEach(Pause::awaitReached);

        var row = newestRow();
        row.locator(".gn-cancel").click();
        await().atMost(Duration.ofSeconds(30)).until(() -> generationsOfMaya().size() == 1 && cancelledJobs() >= 2);
        pauses.forEach(Pause::release);

        assertThat(row.locator(".gn-cancel")).hasCount(0, patient());
        assertThat(row).containsText(Pattern.compile("[Cc]ancelled"));
        shoot("cancelled");
    }

    @Test
    void deletesAPictureAndTakesItBack() {
        signIn();
        write("Koi in a dark pond");
        makeImages(1);
        page.locator("#generate").click();
        assertThat(newestRow().locator(".gn-frame img.gn-picture")).hasCount(1, patient());

        page.navigate(url("gallery"));
        var tiles = page.locator("a.gn-tile[data-image]");
        assertThat(tiles).hasCount(1);
        shoot("gallery");
        tiles.first().click();
        page.locator("#delete").click();
        assertThat(page).hasURL(Pattern.compile(".*/gallery(\\?.*)?$"));
        assertThat(tiles).hasCount(0);
        shoot("gallery-undo");

        page.locator("vaadin-notification-card vaadin-button").first().click();
        assertThat(page.locator("#viewer-image")).isVisible();
        page.navigate(url("gallery"));
        assertThat(tiles).hasCount(1);
    }

    @Test
    void showsAdminsTheModels() {
        maya = accounts.admin(TestFleet.newName());
        signIn();

        page.navigate(url("admin/models"));

        assertThat(page.getByText("juggernautXL_v9.safetensors").first()).isVisible();
        shoot("models");
    }

    @Test
    void saysWhyItCannotGenerate() {
        signIn();

        page.locator("#generate").click();

        assertThat(page.locator("#reasons")).containsText("Write a prompt");
        assertThat(page.locator(".gn-job")).hasCount(0);
    }

    private void signIn() {
        Visit.signIn(page, url(""), maya.name());
    }

    private void write(String prompt) {
        var text = page.locator("#prompt textarea");
        text.fill(prompt);
        text.blur();
    }

    private void chooseCheckpoint(String title) {
        page.locator("#checkpoint").click();
        page.locator(".gn-model-list").getByText(title).first().click();
        assertThat(page.locator("#checkpoint")).containsText(title);
    }

    private void addLoras(int count) {
        page.locator("#add-lora").click();
        var list = page.locator(".gn-lora-list");
        for (int i = 0; i < count; i++) {
            list.locator(".gn-lora-row:not(.gn-unfit)")
                    .nth(i)
                    .locator("vaadin-button")
                    .click();
        }
        page.keyboard().press("Escape");
        assertThat(page.locator(".gn-lora vaadin-slider")).hasCount(count);
    }

    private void makeImages(int count) {
        page.locator("#batch-count input").fill(String.valueOf(count));
        page.locator("#batch-count input").press("Tab");
        assertThat(page.locator("#generate")).containsText(String.valueOf(count));
    }

    /** Holds the servers in the middle, so that progress and preview are there to be seen. */
    private Locator generateAndWatch() {
        holdAt(3);
        page.locator("#generate").click();
        pauses.forEach(Pause::awaitReached);
        var row = newestRow();
        assertThat(row.locator("[data-progress]")).hasAttribute("data-progress", SOME, progressing());
        Visit.awaitDrawn(row.locator(".gn-preview img").last());
        shoot("generate-running");
        pauses.forEach(Pause::release);
        return row;
    }

    private void holdAt(int step) {
        pauses.add(simulators.atlas().script().pauseAtStep(step));
        pauses.add(simulators.borealis().script().pauseAtStep(step));
    }

    private Locator newestRow() {
        return page.locator(".gn-job").first();
    }

    private static LocatorAssertions.HasCountOptions patient() {
        return new LocatorAssertions.HasCountOptions().setTimeout(60_000);
    }

    private static LocatorAssertions.HasAttributeOptions progressing() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);
    }

    private long cancelledJobs() {
        return generations.list(maya.id(), null, 10).items().stream()
                .flatMap(generation -> generation.jobs().stream())
                .filter(job -> job.status().equals("cancelled"))
                .count();
    }

    private List<GenerationParameters> generationsOfMaya() {
        return generations.list(maya.id(), null, 10).items().stream()
                .map(Generation::parameters)
                .toList();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    private void shoot(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "journey-" + name + ".png")));
    }
}
