package org.genonaut.shell;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.genonaut.ui.ColorSchemeToggle;
import org.jsoup.select.Elements;
import org.springframework.stereotype.Component;

/** What a page must know before its first paint: colour scheme, language and icon. */
@Component
class FirstPaint implements VaadinServiceInitListener {

    private final UnexpectedErrors errors = new UnexpectedErrors();

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.addIndexHtmlRequestListener(FirstPaint::prepare);
        init.getSource().addSessionInitListener(this::prepare);
        init.getSource().addUIInitListener(FirstPaint::nameLanguage);
    }

    private void prepare(SessionInitEvent session) {
        session.getSession().setErrorHandler(errors);
        Language.chosen(session.getRequest()).ifPresent(session.getSession()::setLocale);
    }

    /** The page is sent before anybody knows which of our languages it will speak. */
    private static void nameLanguage(UIInitEvent init) {
        var ui = init.getUI();
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", ui.getLocale().toLanguageTag());
    }

    private static void prepare(IndexHtmlResponse response) {
        var document = response.getDocument();
        Language.cookie(response.getVaadinRequest(), ColorSchemeToggle.COOKIE)
                .map(FirstPaint::scheme)
                .ifPresent(scheme -> apply(scheme, document.getElementsByTag("html")));
        document.head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", "favicon.svg");
        document.head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("sizes", "32x32")
                .attr("href", "favicon.ico");
    }

    /** Anything but a known scheme is the system's: a cookie is what somebody sent. */
    private static ColorScheme.Value scheme(String cookie) {
        return switch (cookie) {
            case "light" -> ColorScheme.Value.LIGHT;
            case "dark" -> ColorScheme.Value.DARK;
            default -> ColorScheme.Value.SYSTEM;
        };
    }

    private static void apply(ColorScheme.Value scheme, Elements html) {
        html.attr("theme", scheme.getThemeValue()).attr("style", "color-scheme:" + scheme.getValue());
    }
}
