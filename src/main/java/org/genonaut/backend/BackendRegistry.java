package org.genonaut.backend;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.genonaut.backend.connection.ConnectionVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The fleet as it is written down. A backend that is no longer declared is disabled, never deleted. */
@Repository
class BackendRegistry {

    /** One prompt runs, one is ready. */
    private static final int SLOTS = 2;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final StoredBackends backends;
    private final ConnectionVault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    BackendRegistry(StoredBackends backends, ConnectionVault vault, JdbcClient jdbc, Clock clock) {
        this.backends = backends;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<StoredBackend> all() {
        return backends.findAll();
    }

    /**
     * Makes the backends of an origin exactly these, found again by the origin's key. What an admin said of an address
     * wins over the configuration.
     */
    @Transactional
    void declare(BackendOrigin origin, Collection<BackendDeclaration> declared, String absence) {
        var now = clock.instant();
        var stored = backends.findAll();
        var known = stored.stream()
                .filter(backend -> backend.origin() == origin)
                .collect(toMap(
                        backend -> key(origin, backend.name(), backend.url().toString()), Function.identity()));
        var names = new HashSet<>(
                stored.stream().map(backend -> folded(backend.name())).toList());
        var admins = keysOf(BackendOrigin.ADMIN, stored);
        for (var declaration : declared) {
            var key = key(origin, declaration.name(), declaration.url().toString());
            if (origin == BackendOrigin.CONFIG && admins.contains(key)) {
                continue;
            }
            var backend = Optional.ofNullable(known.remove(key)).orElseGet(() -> add(origin, declaration, names));
            if (!backend.name().equals(declaration.name())) {
                names.remove(folded(backend.name()));
                backend.rename(free(declaration.name(), names), now);
            }
            backend.enable(declaration.url(), now);
            backend.connect(vault.store(declaration.connection(), backend.connection()), now);
        }
        known.values().forEach(backend -> backend.disable(absence, now));
    }

    /** @throws IllegalArgumentException if there is no such backend, or another has this name */
    @Transactional
    void change(BackendId id, BackendDeclaration declaration) {
        var stored = backends.findAll();
        if (stored.stream()
                .anyMatch(other -> other.name().equalsIgnoreCase(declaration.name())
                        && !other.id().equals(id))) {
            throw new IllegalArgumentException("Another backend has the name " + declaration.name());
        }
        var backend = stored.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no backend " + id));
        var connection = vault.seal(id.value(), declaration.connection());
        var now = clock.instant();
        backend.rename(declaration.name(), now);
        backend.enable(declaration.url(), now);
        backend.connect(connection, now);
    }

    /** Seals with the newest key what was sealed with an older one. */
    @Transactional
    void renewSeals() {
        var now = clock.instant();
        for (var backend : backends.findAll()) {
            vault.renewed(backend.connection()).ifPresent(renewed -> backend.connect(renewed, now));
        }
    }

    private StoredBackend add(BackendOrigin origin, BackendDeclaration declaration, Collection<String> names) {
        var name = free(declaration.name(), names);
        var backend = backends.saveAndFlush(new StoredBackend(name, declaration.url(), origin, clock.instant()));
        for (int slot = 0; slot < SLOTS; slot++) {
            jdbc.sql("insert into backend_slot (backend_id, slot_no) values (?, ?)")
                    .params(backend.id().value(), slot)
                    .update();
        }
        return backend;
    }

    /** The wanted name, or the next with a number that nobody has; taken from now on. */
    private static String free(String wanted, Collection<String> names) {
        var name = wanted;
        for (int number = 2; names.contains(folded(name)); number++) {
            name = wanted + " " + number;
        }
        names.add(folded(name));
        return name;
    }

    /** The column tells names apart neither by case nor by accents. */
    private static String folded(String name) {
        return ACCENTS.matcher(Normalizer.normalize(name.strip(), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<String> keysOf(BackendOrigin origin, List<StoredBackend> stored) {
        return stored.stream()
                .filter(backend -> backend.origin() == origin)
                .map(backend -> key(origin, backend.name(), backend.url().toString()))
                .collect(toSet());
    }

    /** A simulator gets another port at each start, so its name is what stays; all others are what their address is. */
    private static String key(BackendOrigin origin, String name, String url) {
        return origin == BackendOrigin.BUILTIN ? name : url.replaceFirst("/+$", "");
    }
}
