package org.genonaut.backend;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The fleet as it is written down. A backend that is no longer declared is disabled, never deleted. */
@Repository
class BackendRegistry {

    /** One prompt runs, one is ready. */
    private static final int SLOTS = 2;

    private final StoredBackends backends;
    private final JdbcClient jdbc;
    private final Clock clock;

    BackendRegistry(StoredBackends backends, JdbcClient jdbc, Clock clock) {
        this.backends = backends;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<StoredBackend> all() {
        return backends.findAll();
    }

    /** Makes the backends of an origin exactly these, found again by the origin's key. */
    @Transactional
    void declare(BackendOrigin origin, Collection<BackendDeclaration> declared, String absence) {
        var now = clock.instant();
        var stored = backends.findAll();
        var known = stored.stream()
                .filter(backend -> backend.origin() == origin)
                .collect(toMap(
                        backend -> key(origin, backend.name(), backend.url().toString()), Function.identity()));
        var names = new HashSet<>(stored.stream().map(StoredBackend::name).toList());
        for (var declaration : declared) {
            var existing = Optional.ofNullable(known.remove(
                    key(origin, declaration.name(), declaration.url().toString())));
            existing.ifPresentOrElse(
                    backend -> backend.enable(declaration.url(), now), () -> add(origin, declaration, names));
        }
        known.values().forEach(backend -> backend.disable(absence, now));
    }

    private void add(BackendOrigin origin, BackendDeclaration declaration, Collection<String> names) {
        var name = declaration.name();
        for (int number = 2; names.contains(name); number++) {
            name = declaration.name() + " " + number;
        }
        names.add(name);
        var backend = backends.saveAndFlush(new StoredBackend(name, declaration.url(), origin, clock.instant()));
        for (int slot = 0; slot < SLOTS; slot++) {
            jdbc.sql("insert into backend_slot (backend_id, slot_no) values (?, ?)")
                    .params(backend.id().value(), slot)
                    .update();
        }
    }

    /** A simulator gets another port at each start, so its name is what stays; all others are what their address is. */
    private static String key(BackendOrigin origin, String name, String url) {
        return origin == BackendOrigin.BUILTIN ? name : url;
    }
}
