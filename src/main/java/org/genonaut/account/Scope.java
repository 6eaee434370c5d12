package org.genonaut.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program may do with a token. */
public enum Scope {
    /** See what the account sees. */
    @JsonProperty("read")
    READ,
    /** Submit, cancel and delete. */
    @JsonProperty("generate")
    GENERATE;

    /** As it is written in requests, answers and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String join(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::code).collect(Collectors.joining(" "));
    }

    static Set<Scope> split(String codes) {
        var words = Set.of(codes.split(" ", -1));
        return Arrays.stream(values())
                .filter(scope -> words.contains(scope.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
