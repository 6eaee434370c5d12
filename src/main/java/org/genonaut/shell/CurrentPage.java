package org.genonaut.shell;

import com.vaadin.flow.component.Component;

/** Says of a link that it leads to the page that is shown. */
final class CurrentPage {

    private CurrentPage() {}

    static void mark(Component link, boolean current) {
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }
}
