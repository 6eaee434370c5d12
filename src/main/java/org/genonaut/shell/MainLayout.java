package org.genonaut.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Optional;
import org.genonaut.account.Account;
import org.genonaut.account.AccountId;
import org.genonaut.account.CurrentAccount;
import org.genonaut.generation.lane.OpenGenerations;
import org.genonaut.ui.BannerSource;
import org.genonaut.ui.ColorSchemeToggle;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.LiveSignal;

/** The frame around every page: app bar, banners, the page, tabs on a phone. Pages get it without naming it. */
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final FrameLinks links = FrameLinks.inBar();
    private final FrameLinks tabs = FrameLinks.atFoot();
    private final AdminMenu adminMenu = new AdminMenu();
    private final BannerBar banners;
    private final Main main = new Main();

    MainLayout(
            CurrentAccount currentAccount,
            AuthenticationContext authentication,
            List<BannerSource> bannerSources,
            OpenGenerations open) {
        addClassName("gn-app");
        banners = new BannerBar(bannerSources, authentication::hasRole);
        var top = new Div(bar(currentAccount.find(), authentication), banners);
        top.addClassName("gn-top");
        addToNavbar(top);
        addToNavbar(true, tabs);
        main.addClassName("gn-main");
        setContent(main);
        currentAccount.find().ifPresent(account -> followOpen(account.id(), open));
    }

    private void followOpen(AccountId account, OpenGenerations open) {
        Signal<Long> changes = LiveSignal.of(this, 0L, listener -> open.follow(account, listener));
        Signal.effect(this, () -> {
            if (changes.get() > 0) {
                int count = open.count(account);
                links.showOpen(count);
                tabs.showOpen(count);
            }
        });
    }

    private Header bar(Optional<Account> account, AuthenticationContext authentication) {
        account.filter(Account::isAdmin).ifPresent(admin -> links.add(adminMenu));
        var end = new Div(new ColorSchemeToggle());
        end.addClassName("gn-bar-end");
        account.ifPresent(person -> end.add(new AccountMenu(person, authentication::logout)));
        var bar = new Header(brand(), links, end);
        bar.addClassName("gn-bar");
        return bar;
    }

    static Anchor brand() {
        var brand = new Anchor("", GnIcon.MARK.create(), new Span("Genonaut"));
        brand.addClassName("gn-brand");
        brand.getElement().setAttribute("router-link", true);
        return brand;
    }

    /** The page goes into the main landmark, whatever element it is itself. */
    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var reconnecting = attached.getUI().getReconnectDialogConfiguration();
        reconnecting.setDialogText(getTranslation("frame.connection-lost"));
        reconnecting.setDialogTextGaveUp(getTranslation("frame.connection-gave-up"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent navigation) {
        links.mark(navigation.getLocation());
        tabs.mark(navigation.getLocation());
        adminMenu.mark(navigation.getLocation());
        banners.refresh();
    }
}
