package org.genonaut.backend;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.genonaut.backend.connection.ConnectionVault;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The fleet as it is written down. A backend that is no longer declared is disabled, never deleted. */
@Repository
class BackendRegistry {

    /** One prompt runs, one is ready, and the pictures of one are still fetched. */
    private static final int SLOTS = 3;

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
     * wins over the configuration. Another node that starts at the same moment may store the same: then we find what it stored.
     */
    @Retryable(
            includes = {DataIntegrityViolationException.class, ConcurrencyFailureException.class},
            maxRetries = 4,
            delay = 10,
            jitter = 10)
    @Transactional
    void declare(BackendOrigin origin, Collection<BackendDeclaration> declared, String absence) {
        var now = clock.instant();
        var stored = backends.findAll();
        var known = stored.stream()
                .filter(backend -> backend.origin() == origin)
                .collect(toMap(backend -> origin.key(backend.name(), backend.url()), Function.identity()));
        var names = Names.of(stored);
        var admins = keysOf(BackendOrigin.ADMIN, stored);
        for (var declaration : declared) {
            var key = origin.key(declaration.name(), declaration.url());
            if (origin == BackendOrigin.CONFIG && admins.contains(key)) {
                continue;
            }
            var backend = Optional.ofNullable(known.remove(key)).orElseGet(() -> add(origin, declaration, names));
            if (!backend.name().equals(declaration.name())) {
                names.giveUp(backend.name());
                backend.rename(names.take(declaration.name()), now);
            }
            backend.move(declaration.url(), now);
            backend.stand(backend.standing().declared(now), now);
            backend.connect(vault.store(declaration.connection(), backend.connection()), now);
        }
        known.values().forEach(backend -> backend.stand(backend.standing().undeclared(absence, now), now));
    }

    /**
     * Adds a backend of an admin's, or takes one up again that was at this address and is out of use.
     *
     * @throws BackendTaken if another has this name or address
     */
    @Transactional
    BackendId add(BackendDeclaration declaration, String admin) {
        var stored = backends.findAll();
        var atThisAddress = sameAddress(declaration, stored);
        if (atThisAddress.filter(StoredBackend::isEnabled).isPresent()) {
            throw new BackendTaken(BackendTaken.What.ADDRESS, declaration.url().toString());
        }
        var others = new ArrayList<>(stored);
        atThisAddress.ifPresent(others::remove);
        clearName(declaration.name(), others);
        var backend = atThisAddress.orElseGet(() -> add(BackendOrigin.ADMIN, declaration, new Names()));
        describe(backend, declaration);
        backend.stand(backend.standing().enabled(admin, clock.instant()), clock.instant());
        return backend.id();
    }

    /**
     * @throws BackendTaken if another has this name or address
     * @throws IllegalArgumentException if there is no such backend
     */
    @Transactional
    void change(BackendId id, BackendDeclaration declaration) {
        var backend = locked(id);
        var others = backends.findAll().stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        if (sameAddress(declaration, others).isPresent()) {
            throw new BackendTaken(BackendTaken.What.ADDRESS, declaration.url().toString());
        }
        clearName(declaration.name(), others);
        describe(backend, declaration);
    }

    private void describe(StoredBackend backend, BackendDeclaration declaration) {
        var connection = vault.seal(backend.id().value(), declaration.connection());
        var now = clock.instant();
        backend.rename(declaration.name(), now);
        backend.adopt(now);
        backend.move(declaration.url(), now);
        backend.connect(connection, now);
    }

    private static Optional<StoredBackend> sameAddress(BackendDeclaration declaration, List<StoredBackend> stored) {
        return stored.stream()
                .filter(other -> other.url().equals(declaration.url()))
                .findFirst();
    }

    /** What is removed gives up its name; nobody sees it any more. */
    private void clearName(String name, List<StoredBackend> others) {
        var namesake =
                others.stream().filter(other -> Names.same(other.name(), name)).findFirst();
        namesake.filter(other -> !other.isRemoved()).ifPresent(other -> {
            throw new BackendTaken(BackendTaken.What.NAME, name);
        });
        namesake.ifPresent(removed -> {
            removed.rename(Names.of(others).take(name), clock.instant());
            backends.flush();
        });
    }

    /**
     * Changes how a backend stands, whatever other nodes do at the same time.
     *
     * @throws IllegalArgumentException if there is no such backend
     */
    @Transactional
    void stand(BackendId id, UnaryOperator<Standing> change) {
        var backend = locked(id);
        var before = backend.standing();
        var after = change.apply(before);
        if (!after.equals(before)) {
            backend.stand(after, clock.instant());
        }
    }

    /** Takes one that was no longer declared into use again; from now on the configuration says nothing of it. */
    @Transactional
    void enable(BackendId id, String admin) {
        var backend = locked(id);
        var now = clock.instant();
        if (!backend.isEnabled() && backend.origin() != BackendOrigin.BUILTIN) {
            backend.adopt(now);
        }
        backend.stand(backend.standing().enabled(admin, now), now);
    }

    private StoredBackend locked(BackendId id) {
        return backends.lock(id.value()).orElseThrow(() -> new IllegalArgumentException("There is no backend " + id));
    }

    /** Seals with the newest key what was sealed with an older one. */
    @Transactional
    void renewSeals() {
        var now = clock.instant();
        for (var backend : backends.findAll()) {
            vault.renewed(backend.connection()).ifPresent(renewed -> backend.connect(renewed, now));
        }
    }

    private StoredBackend add(BackendOrigin origin, BackendDeclaration declaration, Names names) {
        var name = names.take(declaration.name());
        var backend = backends.saveAndFlush(new StoredBackend(name, declaration.url(), origin, clock.instant()));
        for (int slot = 0; slot < SLOTS; slot++) {
            jdbc.sql("insert into backend_slot (backend_id, slot_no) values (?, ?)")
                    .params(backend.id().value(), slot)
                    .update();
        }
        return backend;
    }

    private static Set<String> keysOf(BackendOrigin origin, List<StoredBackend> stored) {
        return stored.stream()
                .filter(backend -> backend.origin() == origin)
                .map(backend -> origin.key(backend.name(), backend.url()))
                .collect(toSet());
    }
}
