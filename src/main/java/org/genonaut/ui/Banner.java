package org.genonaut.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line above every page that says what holds for all of them.
 *
 * @param textKey key in the message bundles
 * @param arguments what the text is filled with
 * @param role the role that may see it, or null when everybody may
 */
public record Banner(
        Kind kind,
        String textKey,
        List<Object> arguments,
        @Nullable Action action,
        @Nullable String role) {

    /** Whether something needs attention or is merely good to know. */
    public enum Kind {
        INFO,
        WARNING
    }

    /**
     * What can be done about it.
     *
     * @param labelKey key of the button's text in the message bundles
     * @param run runs on the thread of the person who presses it
     */
    public record Action(String labelKey, Runnable run) {}

    public Banner {
        arguments = List.copyOf(arguments);
    }

    public static Banner info(String textKey, Object... arguments) {
        return new Banner(Kind.INFO, textKey, List.of(arguments), null, null);
    }

    public static Banner warning(String textKey, Object... arguments) {
        return new Banner(Kind.WARNING, textKey, List.of(arguments), null, null);
    }

    public Banner withAction(String labelKey, Runnable run) {
        return new Banner(kind, textKey, arguments, new Action(labelKey, run), role);
    }

    /** Hides the banner from everybody without this role, named without its prefix: "ADMIN". */
    public Banner onlyFor(String role) {
        return new Banner(kind, textKey, arguments, action, role);
    }
}
