package org.genonaut.account.audit;

/**
 * One fact beside an action, such as the name that a backend had. Never a prompt, a password or a token.
 *
 * @param name a word for what it is, such as {@code name} or {@code owner}
 */
public record AuditDetail(String name, String value) {

    private static final int LONGEST = 200;

    /** A long value is cut. */
    public AuditDetail {
        if (!name.matches("[a-z][a-z_]{0,29}")) {
            throw new IllegalArgumentException("A detail is named by a short word in lower case");
        }
        value = value.length() > LONGEST ? value.substring(0, LONGEST - 1) + "…" : value;
    }
}
