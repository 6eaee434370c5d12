package org.genonaut.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.PageTitleContext;
import com.vaadin.flow.router.PageTitleGenerator;
import org.springframework.stereotype.Component;

/** Titles of pages: a view's {@code @PageTitle} is a key in the message bundles, the product's name follows it. */
@Component
class PageTitles implements PageTitleGenerator {

    @Override
    public String generatePageTitle(PageTitleContext page) {
        return UI.getCurrent().getTranslation(page.value()) + " · Genonaut";
    }
}
