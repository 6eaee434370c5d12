package org.genonaut.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import java.util.EnumMap;
import java.util.Map;

/** The choice between light, dark and what the system says; a cookie remembers it for the next first paint. */
public final class ColorSchemeToggle extends Composite<MenuBar> {

    /** Name of the cookie; its value is one of CSS's colour schemes. */
    public static final String COOKIE = "genonaut-scheme";

    private static final String REMEMBER = "document.cookie = '" + COOKIE
            + "=' + $0.replace(' ', '-') + ';path=/;max-age=31536000;samesite=lax'"
            + " + (location.protocol === 'https:' ? ';secure' : '')";

    private final Map<ColorScheme.Value, MenuItem> choices = new EnumMap<>(ColorScheme.Value.class);

    public ColorSchemeToggle() {
        var menu = getContent();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        var root = menu.addItem(GnIcon.SCHEME.create());
        root.setAriaLabel(getTranslation("frame.scheme"));
        menu.setTooltipText(root, getTranslation("frame.scheme"));
        offer(root, ColorScheme.Value.LIGHT, "frame.scheme.light");
        offer(root, ColorScheme.Value.DARK, "frame.scheme.dark");
        offer(root, ColorScheme.Value.SYSTEM, "frame.scheme.system");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        mark(attached.getUI().getPage().getColorScheme());
    }

    private void offer(MenuItem root, ColorScheme.Value scheme, String textKey) {
        var choice = root.getSubMenu().addItem(getTranslation(textKey), click -> choose(scheme));
        choice.setCheckable(true);
        choices.put(scheme, choice);
    }

    private void choose(ColorScheme.Value scheme) {
        getUI().ifPresent(ui -> {
            ui.getPage().setColorScheme(scheme);
            ui.getPage().executeJs(REMEMBER, scheme.getValue());
        });
        mark(scheme);
    }

    private void mark(ColorScheme.Value chosen) {
        var shown = choices.containsKey(chosen) ? chosen : ColorScheme.Value.SYSTEM;
        choices.forEach((scheme, choice) -> choice.setChecked(scheme == shown));
    }
}
