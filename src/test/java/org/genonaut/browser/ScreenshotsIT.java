package org.genonaut.browser;

import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.genonaut.account.Accounts;
import org.genonaut.database.TestDatabase;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Takes the pictures of the documentation from the demo as a newcomer sees it. */
@Tag("slow")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        useMainMethod = SpringBootTest.UseMainMethod.ALWAYS,
        properties = {"genonaut.demo.search-ports=", "genonaut.demo.speed=2"})
@ActiveProfiles({"demo", "test"})
@ContextConfiguration(initializers = TestDatabase.class)
class ScreenshotsIT {

    private static final Path FOLDER = Path.of("docs", "screenshots");
    private static final int SEEDED = 24;

    @LocalServerPort
    private int port;

    @Test
    void takesThePicturesOfTheDocumentation(@Autowired Accounts accounts, @Autowired GenerationService generations) {
        var maya = accounts.findByName("maya").orElseThrow().id();
        await().atMost(Duration.ofMinutes(5))
                .until(() -> generations.list(maya, null, 100).items().stream()
                                .filter(generation -> !generation.status().isOpen())
                                .count()
                        >= SEEDED);
        try (var chromium = new Chromium()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                shootAll(chromium.open(1440, 900, scheme), suffix(scheme));
            }
            shootAll(chromium.open(390, 844, ColorScheme.LIGHT), "-phone");
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                keepBusy(accounts, generations);
                shootQueue(chromium.open(1440, 900, scheme), chromium.open(1440, 900, scheme), suffix(scheme));
            }
            keepBusy(accounts, generations);
            shootQueue(
                    chromium.open(390, 844, ColorScheme.LIGHT), chromium.open(390, 844, ColorScheme.LIGHT), "-phone");
        }
    }

    private static String suffix(ColorScheme scheme) {
        return "-" + scheme.name().toLowerCase(Locale.ROOT);
    }

    private void shootAll(Page page, String suffix) {
        page.navigate(url("sign-in"));
        page.waitForLoadState();
        shoot(page, "sign-in" + suffix);
        Visit.signIn(page, url(""), "maya");
        page.locator("#prompt textarea")
                .fill("Lighthouse on a basalt cliff before a storm, one warm lamp in the tower");
        page.locator("#prompt textarea").blur();
        page.locator("#generate:not(.gn-not-yet)").click();
        page.waitForFunction("() => Number(document.querySelector('[data-progress]')?.dataset.progress) >= 15");
        Visit.awaitDrawn(page.locator(".gn-preview img").last());
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("generate" + suffix + ".png")));
        page.navigate(url("gallery"));
        page.locator("a.gn-tile[data-image]").first().waitFor();
        shoot(page, "gallery" + suffix);
        page.locator("a.gn-tile[data-image]").nth(2).click();
        page.waitForFunction("() => document.querySelector('#viewer-image')?.naturalWidth > 0");
        shoot(page, "viewer" + suffix);
        page.navigate(url("account"));
        page.locator(".gn-usage-bar").first().waitFor();
        shoot(page, "account" + suffix);
        page.context().close();
    }

    /** What admins see while there is something to be done, and what a member sees of it. */
    private void shootQueue(Page admin, Page member, String suffix) {
        Visit.signIn(admin, url(""), "admin");
        admin.navigate(url("queue?view=fleet&span=5"));
        admin.locator(".gn-block[data-kind=running]").first().waitFor();
        admin.locator(".gn-block[data-kind=expected]").first().waitFor();
        shootNow(admin, "queue-fleet" + suffix);
        Visit.signIn(member, url(""), "maya");
        member.navigate(url("queue"));
        member.locator("tr[data-generation] .gn-queue-starts:text-matches('[0-9]')")
                .first()
                .waitFor();
        shootNow(member, "queue-mine" + suffix);
        admin.navigate(url("admin/backends"));
        admin.locator(".gn-backend").nth(1).waitFor();
        shootNow(admin, "backends" + suffix);
        admin.context().close();
        member.context().close();
    }

    /** Several people at once, more than the two servers can do while the pictures are taken. */
    private void keepBusy(Accounts accounts, GenerationService generations) {
        var wishes = List.of(
                new Wish("noah", "Fern study, botanical plate, sepia ink on warm paper", "juggernautXL_v9.safetensors"),
                new Wish("maya", "Ringed gas giant over a frozen moon, 1970s paperback", "realvisxlV40.safetensors"),
                new Wish("noah", "Harbour city at blue hour, windows lit, fine rain", "deliberate_v6.safetensors"),
                new Wish("maya", "Reading corner, sage walls, morning sun", "flux1-dev-fp8.safetensors"),
                new Wish("admin", "Fern cyanotype, Prussian blue, specimen sheet", "juggernautXL_v9.safetensors"),
                new Wish("maya", "Koi in a dark pond, seen from above", "realvisxlV40.safetensors"));
        for (var wish : wishes) {
            var account = accounts.findByName(wish.person()).orElseThrow().id();
            var size = wish.checkpoint().startsWith("deliberate") ? 512 : 1024;
            var recipe = aGeneration()
                    .withPrompt(wish.prompt(), "")
                    .withCheckpoint(wish.checkpoint())
                    .ofSize(size, size)
                    .inBatchesOf(1, 4)
                    .sampledBy(new SamplerParams(Seed.random(), 30, 6, "euler", "normal", 1))
                    .build();
            generations.submit(account, GenerationDraft.of(recipe));
        }
    }

    private record Wish(String person, String prompt, String checkpoint) {}

    private String url(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    /** Once everything that was asked for is there. */
    private static void shoot(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        shootNow(page, name);
    }

    private static void shootNow(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
