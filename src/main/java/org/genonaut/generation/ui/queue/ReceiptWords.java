package org.genonaut.generation.ui.queue;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.generation.forecast.Why;
import org.genonaut.generation.lane.QueueRow;
import org.genonaut.ui.Formats;
import org.jspecify.annotations.Nullable;

/** The columns of a receipt in words. */
record ReceiptWords(Formats formats) {

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
        return starts == null ? "–" : formats.between(starts.earliest(), starts.latest());
    }

    /** @param own whether it is the viewer's; of another's the sentence does not say "you" */
    String why(QueueRow row, @Nullable Receipt receipt, boolean own) {
        var facts = new ArrayList<String>();
        if (row.slowLane()) {
            facts.add(translate("generate.row.slow-lane"));
        }
        if (receipt != null) {
            var why = receipt.why();
            facts.add(own ? why.sentence(formats.locale(), formats.zone()) : ofAnother(why));
        }
        return String.join(" · ", facts);
    }

    private String ofAnother(Why why) {
        if (why instanceof Why.OwnBefore(var jobs)) {
            return translate("queue.why.own-before", jobs);
        } else if (why instanceof Why.FairShare(var images)) {
            return translate("queue.why.fair-share", images);
        }
        return why.sentence(formats.locale(), formats.zone());
    }

    private String translate(String key, Object... arguments) {
        return I18NProvider.translate(formats.locale(), key, arguments);
    }
}
