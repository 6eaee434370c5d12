package org.genonaut.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;

/** What every visitor does. */
final class Visit {

    private Visit() {}

    /** Members of tests and of the demo have their name as their password. */
    static void signIn(Page page, String address, String name) {
        page.navigate(address + "generate");
        page.locator("input[name=username]:visible").fill(name);
        page.locator("input[name=password]:visible").fill(name);
        page.locator("input[name=password]:visible").press("Enter");
        page.waitForURL("**/generate**");
        assertThat(page.locator("#generate")).isVisible();
    }

    /** Its bytes have arrived and are a picture; an image that is only there would be visible, too. */
    static void awaitDrawn(Locator image) {
        image.waitFor();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Boolean.TRUE.equals(image.evaluate("image => image.complete && image.naturalWidth > 0")));
    }
}
