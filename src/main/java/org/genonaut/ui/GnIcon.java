package org.genonaut.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** Every icon there is, drawn in {@code icons.svg}; each is decoration, so the control around it carries the name. */
public enum GnIcon {
    AGAIN,
    ARROW_LEFT,
    ARROW_RIGHT,
    BELL,
    BOLT,
    BOOKMARK,
    BRACES,
    CALENDAR,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CLOCK,
    CLOSE,
    COMPARE,
    COPY,
    DICE,
    DOWNLOAD,
    DRAG,
    EDIT,
    EXPAND,
    EYE,
    EYE_OFF,
    FILTER,
    FOLDER,
    GLOBE,
    GPU,
    GRID,
    HEART,
    HEART_FILLED,
    HISTORY,
    IMAGE,
    INFO,
    KEY,
    KEYBOARD,
    LINK,
    LIST,
    LOCK,
    MARK,
    MINUS,
    MONITOR,
    MOON,
    MORE,
    PAUSE,
    PLAY,
    PLUG,
    PLUS,
    RESET,
    ROWS,
    SCHEME,
    SEARCH,
    SERVER,
    SIGN_OUT,
    SLIDERS,
    STAR,
    STAR_FILLED,
    SUN,
    SWAP,
    TRASH,
    TREE,
    UNLINK,
    UNLOCK,
    UPLOAD,
    USER,
    USERS,
    WARNING,
    ZOOM;

    private static final String SPRITE = "icons.svg";

    /** A new 18 px icon in the colour of the text around it. */
    public SvgIcon create() {
        var icon = new SvgIcon(SPRITE, symbol());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** A new 15 px icon, for lines of small text. */
    public SvgIcon createSmall() {
        var icon = create();
        icon.addClassName("gn-icon-s");
        return icon;
    }

    /** Name of the symbol in the sprite. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
