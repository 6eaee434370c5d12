package org.genonaut.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Locale;
import org.genonaut.account.Account;
import org.genonaut.ui.GnIcon;

/** Who is signed in, the way to what they spent, the language, and the way out. */
class AccountMenu extends Composite<MenuBar> {

    AccountMenu(Account account, Runnable signOut) {
        var menu = getContent();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        var avatar = new Avatar();
        avatar.setAbbreviation(account.initials());
        avatar.addClassName("gn-avatar");
        avatar.getElement().setAttribute("aria-hidden", "true");
        var root = menu.addItem(avatar);
        root.setAriaLabel(getTranslation("frame.account", account.displayName()));
        var who = new Span(account.displayName());
        who.addClassName("gn-menu-title");
        root.getSubMenu().addComponent(who);
        var usage = root.getSubMenu()
                .addItem(GnIcon.BOLT.create(), click -> UI.getCurrent().navigate("account"));
        usage.add(new Span(getTranslation("frame.usage")));
        root.getSubMenu().addSeparator();
        offerLanguages(root);
        root.getSubMenu().addSeparator();
        var out = root.getSubMenu().addItem(GnIcon.SIGN_OUT.create(), click -> signOut.run());
        out.add(new Span(getTranslation("frame.sign-out")));
    }

    private void offerLanguages(MenuItem root) {
        for (var language : Language.OFFERED) {
            var choice = root.getSubMenu().addItem(nameInItself(language), click -> Language.choose(language));
            choice.setCheckable(true);
            choice.setChecked(language.getLanguage().equals(getLocale().getLanguage()));
        }
    }

    private static String nameInItself(Locale language) {
        return language.getDisplayLanguage(language);
    }
}
