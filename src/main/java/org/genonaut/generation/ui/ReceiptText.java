package org.genonaut.generation.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.ui.Formats;

/** What is known of a generation that waits, in one line: place, when, why not now. */
record ReceiptText(Formats formats) {

    static ReceiptText current() {
        return new ReceiptText(Formats.current());
    }

    /** @param slowLane whether it waits longer, because a quota was spent */
    String of(Receipt receipt, boolean slowLane) {
        var facts = new ArrayList<String>();
        if (slowLane) {
            facts.add(translate("generate.row.slow-lane"));
        }
        var position = receipt.position();
        if (position != null) {
            facts.add(
                    position.exact()
                            ? translate("generate.row.position", formats.ordinal(position.number()))
                            : translate("generate.row.position.more", formats.number(position.number())));
        }
        var starts = receipt.starts();
        if (starts != null) {
            facts.add(translate("generate.row.starts", formats.betweenWithin(starts.earliest(), starts.latest())));
        }
        facts.add(receipt.why().sentence(formats.locale(), formats.zone()));
        return String.join(" · ", facts);
    }

    private String translate(String key, Object... arguments) {
        return I18NProvider.translate(formats.locale(), key, arguments);
    }
}
