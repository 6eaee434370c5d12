package org.genonaut.account;

import jakarta.persistence.EnumeratedValue;

/** What an account may do beyond looking after its own generations. */
public enum Role {
    MEMBER("member"),
    /** May do what a member may, and look after models, backends and people. */
    ADMIN("admin");

    @EnumeratedValue
    final String code;

    Role(String code) {
        this.code = code;
    }
}
