package org.genonaut.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What somebody is told when a click of theirs fails in a way that nobody foresaw: a number that is in the log, too. */
class UnexpectedErrors extends DefaultErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedErrors.class);
    private static final int SHOWN_MILLISECONDS = 12_000;

    @Override
    public void error(ErrorEvent error) {
        if (!shouldHandle(error.getThrowable())) {
            return; // the browser went away in the middle of an answer
        }
        var number = report(error.getThrowable());
        var ui = UI.getCurrent();
        if (ui != null) {
            var text = ui.getTranslation("error.unexpected.notification", number);
            ui.accessLater(
                            () -> Notification.show(
                                    text, SHOWN_MILLISECONDS, Notification.Position.BOTTOM_CENTER, true),
                            () -> {})
                    .run();
        }
    }

    /** Logs an error and answers the number by which it is found there. */
    static String report(Throwable error) {
        var number = "%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        log.error("Unexpected error {}", number, error);
        return number;
    }
}
