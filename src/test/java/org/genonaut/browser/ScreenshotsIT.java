package org.genonaut.browser;

import static org.awaitility.Awaitility.await;

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
        }
    }

    private static String suffix(ColorScheme scheme) {
        return "-" + scheme.name().toLowerCase(Locale.ROOT);
    }

    private void shootAll(Page page, String suffix) {
        page.navigate(url("sign-in"));
        page.waitForLoadState();
        shoot(page, "sign-in" + suffix);
        page.locator("input[name=username]:visible").fill("maya");
        page.locator("input[name=password]:visible").fill("maya");
        page.locator("input[name=password]:visible").press("Enter");
        page.waitForURL("**/generate**");
        page.locator("#prompt textarea")
                .fill("Lighthouse on a basalt cliff before a storm, one warm lamp in the tower");
        page.locator("#prompt textarea").blur();
        page.locator("#generate:not(.gn-not-yet)").click();
        page.locator(".gn-preview img").first().waitFor();
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("generate" + suffix + ".png")));
        page.navigate(url("gallery"));
        page.locator("a.gn-tile[data-image]").first().waitFor();
        shoot(page, "gallery" + suffix);
        page.locator("a.gn-tile[data-image]").nth(2).click();
        page.waitForFunction("() => document.querySelector('#viewer-image')?.naturalWidth > 0");
        shoot(page, "viewer" + suffix);
        page.context().close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    /** Once everything that was asked for is there. */
    private static void shoot(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
