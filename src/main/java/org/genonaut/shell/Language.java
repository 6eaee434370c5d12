package org.genonaut.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.DefaultI18NProvider;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The languages there are, and a cookie that remembers which one somebody chose over the browser's. */
@Configuration(proxyBeanMethods = false)
class Language {

    /** The first one is for browsers that speak none of them. */
    static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String COOKIE = "genonaut-language";
    private static final String REMEMBER = "document.cookie = '" + COOKIE
            + "=' + $0 + ';path=/;max-age=31536000;samesite=lax' + (location.protocol === 'https:' ? ';secure' : '')";

    @Bean
    I18NProvider texts() {
        return new DefaultI18NProvider(OFFERED);
    }

    static Optional<Locale> chosen(VaadinRequest request) {
        return cookie(request, COOKIE)
                .flatMap(tag -> OFFERED.stream()
                        .filter(language -> language.toLanguageTag().equals(tag))
                        .findFirst());
    }

    /** Every text on the page was written in the old language, so the page is loaded again. */
    static void choose(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        var page = UI.getCurrent().getPage();
        page.executeJs(REMEMBER, language.toLanguageTag());
        page.reload();
    }

    static Optional<String> cookie(VaadinRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
