package org.genonaut.generation.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.ui.Formats;

/** A receipt in one line: place, when, why not now. */
record ReceiptText(Formats formats) {

    private static final Duration SOON = Duration.ofSeconds(90);

    static ReceiptText current() {
        return new ReceiptText(Formats.current());
    }

    String of(Receipt receipt) {
        var facts = new ArrayList<String>();
        var position = receipt.position();
        if (position != null) {
            facts.add(
                    position.exact()
                            ? translate("generate.row.position", formats.ordinal(position.number()))
                            : translate("generate.row.position.more", formats.number(position.number())));
        }
        var starts = receipt.starts();
        if (starts != null) {
            facts.add(translate("generate.row.starts", when(starts)));
        }
        facts.add(receipt.why().sentence(formats.locale(), formats.zone()));
        return String.join(" · ", facts);
    }

    private String when(Receipt.Starting starts) {
        var now = formats.clock().instant();
        if (starts.latest().isBefore(now.plus(SOON))) {
            return soon(seconds(now, starts.earliest()), Math.max(1, seconds(now, starts.latest())));
        }
        var earliest = formats.time(starts.earliest());
        var latest = formats.time(starts.latest());
        return earliest.equals(latest)
                ? translate("generate.row.about", latest)
                : translate("generate.row.between", earliest, latest);
    }

    private String soon(long earliest, long latest) {
        return earliest == latest
                ? translate("generate.row.in", latest)
                : translate("generate.row.in-between", earliest, latest);
    }

    private static long seconds(Instant now, Instant at) {
        return Math.max(0, Math.round(Duration.between(now, at).toMillis() / 1000.0));
    }

    private String translate(String key, Object... arguments) {
        return I18NProvider.translate(formats.locale(), key, arguments);
    }
}
