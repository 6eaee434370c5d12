package org.genonaut.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.Location;
import java.util.List;

/** The pages that only admins have, folded under one word. */
class AdminMenu extends Composite<MenuBar> {

    private final List<FramePage> pages = FramePage.forAdmins();

    AdminMenu() {
        var menu = getContent();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        var root = menu.addItem(getTranslation("frame.admin"));
        pages.forEach(page -> root.getSubMenu()
                .addItem(
                        getTranslation(page.textKey()),
                        click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(page.path()))));
        setVisible(!pages.isEmpty());
    }

    void mark(Location location) {
        CurrentPage.mark(this, pages.stream().anyMatch(page -> page.contains(location)));
    }
}
