package org.genonaut.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import org.genonaut.account.CurrentAccount;
import org.genonaut.account.limit.Quota;
import org.genonaut.account.limit.Spent;
import org.genonaut.account.limit.Usage;
import org.genonaut.account.limit.UsageLedger;
import org.genonaut.account.limit.WhenExceeded;
import org.genonaut.ui.Formats;

/** What one has spent of what one may spend, and when there is more. */
@Route("account")
@PageTitle("usage.page")
@PermitAll
class UsageView extends Div implements BeforeEnterObserver {

    private final UsageLedger ledger;
    private final CurrentAccount account;
    private final Div bars = new Div();
    private final Paragraph rule = new Paragraph();

    UsageView(UsageLedger ledger, CurrentAccount account) {
        this.ledger = ledger;
        this.account = account;
        addClassNames("gn-page", "gn-usage");
        bars.addClassName("gn-usage-bars");
        rule.addClassNames("gn-small", "gn-muted");
        var card = new Div(new H1(getTranslation("usage.page")), bars, rule);
        card.addClassName("gn-usage-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        show(ledger.of(account.id()));
    }

    private void show(Usage usage) {
        bars.removeAll();
        bars.add(
                open(usage),
                images(usage.imagesThisHour()),
                gpuTime("usage.day", usage.gpuSecondsToday()),
                gpuTime("usage.month", usage.gpuSecondsThisMonth()));
        var slow = usage.limits().whenExceeded() == WhenExceeded.SLOW_LANE;
        rule.setText(getTranslation(slow ? "usage.exceeded.slow" : "usage.exceeded.refuse"));
    }

    private UsageBar open(Usage usage) {
        var formats = Formats.current();
        var most = usage.limits().openJobs();
        return new UsageBar(
                        getTranslation("usage.open"),
                        formats.number(usage.openJobs()),
                        getTranslation("usage.of", formats.number(most)),
                        getTranslation("usage.open.note"))
                .filled(Math.min((double) usage.openJobs() / most, 1));
    }

    private UsageBar images(Spent images) {
        var used = Formats.current().number(Math.round(images.used()));
        var title = getTranslation("usage.images");
        return switch (images.limit()) {
            case Quota.Unlimited() ->
                new UsageBar(title, used, getTranslation("usage.unlimited"), getTranslation("usage.images.none"));
            case Quota.AtMost(long most) ->
                new UsageBar(
                                title,
                                used,
                                getTranslation("usage.of", Formats.current().number(most)),
                                note(images))
                        .filled(images.fraction());
        };
    }

    private String note(Spent images) {
        var full = images.fraction() >= 1;
        return images.resetsAt()
                .map(time -> getTranslation(
                        full ? "usage.images.reset" : "usage.images.note",
                        Formats.current().time(time)))
                .orElseGet(() -> getTranslation("usage.images.none"));
    }

    private UsageBar gpuTime(String key, Spent time) {
        var starts = time.resetsAt().map(Formats.current()::moment).orElse("");
        var note = time.expected() > 0
                ? getTranslation("usage.gpu.expected", starts, duration(time.expected()))
                : getTranslation("usage.gpu.note", starts);
        var title = getTranslation(key);
        var used = duration(time.used());
        return switch (time.limit()) {
            case Quota.Unlimited() -> new UsageBar(title, used, getTranslation("usage.unlimited"), note);
            case Quota.AtMost(long most) ->
                new UsageBar(title, used, getTranslation("usage.of", duration(most)), note).filled(time.fraction());
        };
    }

    private static String duration(double seconds) {
        return Formats.current().duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
