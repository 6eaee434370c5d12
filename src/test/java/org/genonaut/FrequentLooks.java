package org.genonaut;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whoever waits looks at once and often: most of what tests wait for is there within milliseconds. */
public final class FrequentLooks implements BeforeAllCallback {

    private static final Duration PAUSE = Duration.ofMillis(20);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(PAUSE);
    }
}
