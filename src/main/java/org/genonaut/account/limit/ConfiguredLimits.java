package org.genonaut.account.limit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.genonaut.account.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Limits as the configuration says: an account's own before those of its groups, those before everybody's. */
@Component
class ConfiguredLimits implements AccountLimits {

    private final Limits everybody;
    private final Map<String, Limits> special;
    private final AccountNames names;

    ConfiguredLimits(LimitProperties properties, AccountNames names) {
        this.everybody = properties.everybody();
        this.special = special(properties);
        this.names = names;
    }

    /** Of all that are named anywhere, by folded name. */
    static Map<String, Limits> special(LimitProperties properties) {
        var limits = new HashMap<String, Limits>();
        ofGroups(properties).forEach((name, grant) -> limits.put(name, grant.over(properties.everybody())));
        properties.accounts().forEach((name, grant) -> {
            var folded = AccountNames.folded(name);
            limits.put(folded, grant.over(limits.getOrDefault(folded, properties.everybody())));
        });
        return Map.copyOf(limits);
    }

    private static Map<String, Grant> ofGroups(LimitProperties properties) {
        var grants = new HashMap<String, Grant>();
        properties
                .groups()
                .values()
                .forEach(group -> group.members()
                        .forEach(name -> grants.merge(AccountNames.folded(name), group.grant(), Grant::orMore)));
        return grants;
    }

    @Override
    public Map<AccountId, Limits> of(Collection<AccountId> accounts) {
        var known = special.isEmpty() ? Map.<AccountId, String>of() : names.of(accounts);
        return accounts.stream().distinct().collect(toMap(id -> id, id -> of(known.get(id))));
    }

    private Limits of(@Nullable String name) {
        return name == null ? everybody : requireNonNull(special.getOrDefault(name, everybody));
    }
}
