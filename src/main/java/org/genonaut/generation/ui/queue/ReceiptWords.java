package org.genonaut.generation.ui.queue;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.Instant;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.generation.forecast.Why;
import org.genonaut.ui.Formats;
import org.jspecify.annotations.Nullable;

/** The columns of a receipt in words. */
record ReceiptWords(Formats formats) {

    private static final Duration SOON = Duration.ofSeconds(90);

    static ReceiptWords current() {
        return new ReceiptWords(Formats.current());
    }

    String turn(@Nullable Receipt receipt) {
        var position = receipt == null ? null : receipt.position();
        if (position == null) {
            return "–";
        }
        return formats.number(position.number()) + (position.exact() ? "" : "+");
    }

    String starts(@Nullable Receipt receipt) {
        var starts = receipt == null ? null : receipt.starts();
        return starts == null ? "–" : when(starts);
    }

    private String when(Receipt.Starting starts) {
        var now = formats.clock().instant();
        if (starts.latest().isBefore(now.plus(SOON))) {
            return soon(seconds(now, starts.earliest()), Math.max(1, seconds(now, starts.latest())));
        }
        var earliest = formats.time(starts.earliest());
        var latest = formats.time(starts.latest());
        return earliest.equals(latest) ? latest : earliest + "–" + latest;
    }

    private String soon(long earliest, long latest) {
        return earliest == latest
                ? translate("generate.row.in", latest)
                : translate("generate.row.in-between", earliest, latest);
    }

    private static long seconds(Instant now, Instant at) {
        return Math.max(0, Math.round(Duration.between(now, at).toMillis() / 1000.0));
    }

    /** @param own whether it is the viewer's; of another's the sentence does not say "you" */
    String why(@Nullable Receipt receipt, boolean own) {
        if (receipt == null) {
            return "";
        }
        var why = receipt.why();
        return own ? why.sentence(formats.locale(), formats.zone()) : ofAnother(why);
    }

    private String ofAnother(Why why) {
        if (why instanceof Why.OwnBefore(var jobs)) {
            return translate("queue.why.own-before", jobs);
        } else if (why instanceof Why.FairShare(var images)) {
            return translate("queue.why.fair-share", images);
        } else if (why instanceof Why.Paused) {
            return translate("queue.why.paused");
        }
        return why.sentence(formats.locale(), formats.zone());
    }

    private String translate(String key, Object... arguments) {
        return I18NProvider.translate(formats.locale(), key, arguments);
    }
}
