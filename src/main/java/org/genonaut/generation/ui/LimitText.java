package org.genonaut.generation.ui;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import org.genonaut.account.limit.Exceeded;
import org.genonaut.generation.LimitReached;
import org.genonaut.generation.QuotaExceeded;
import org.genonaut.generation.TooManyOpenJobs;
import org.genonaut.ui.Formats;

/** Says which limit is reached, and when it will be possible, in the language and zone of the present viewer. */
final class LimitText {

    private LimitText() {}

    static String of(LimitReached reached) {
        return switch (reached) {
            case TooManyOpenJobs tooMany ->
                text(
                        tooMany.isForNow() ? "generate.too-many" : "generate.too-many.never",
                        tooMany.open(),
                        tooMany.limit(),
                        tooMany.asked());
            case QuotaExceeded quota -> of(quota.exceeded());
        };
    }

    static String of(Exceeded exceeded) {
        var formats = Formats.current();
        return switch (exceeded.kind()) {
            case IMAGES_PER_HOUR ->
                text(
                                "generate.quota.images",
                                formats.number(Math.round(exceeded.used())),
                                formats.number(exceeded.limit()))
                        + " "
                        + exceeded.possibleAt()
                                .map(time -> text(
                                        "generate.quota.images.at", Math.round(exceeded.asked()), formats.time(time)))
                                .orElseGet(() -> never(exceeded, "images", Math.round(exceeded.asked())));
            case GPU_SECONDS_PER_DAY -> gpu(exceeded, "generate.quota.day");
            case GPU_SECONDS_PER_MONTH -> gpu(exceeded, "generate.quota.month");
        };
    }

    private static String gpu(Exceeded exceeded, String key) {
        var used = text(key, duration(exceeded.used()), duration(exceeded.limit()));
        return used + " "
                + exceeded.possibleAt()
                        .map(LimitText::possibleAt)
                        .orElseGet(() -> never(exceeded, "gpu", duration(exceeded.asked())));
    }

    /** Asking for less does not help as long as nothing at all is possible. */
    private static String never(Exceeded exceeded, String what, Object asked) {
        return exceeded.nothingUntil()
                .map(time -> text(
                        "generate.quota." + what + ".never.until",
                        asked,
                        Formats.current().moment(time)))
                .orElseGet(() -> text("generate.quota." + what + ".never", asked));
    }

    private static String possibleAt(Instant time) {
        return text("generate.quota.gpu.at", Formats.current().moment(time));
    }

    private static String duration(double seconds) {
        return Formats.current().duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
