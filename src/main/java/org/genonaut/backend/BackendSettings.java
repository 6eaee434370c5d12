package org.genonaut.backend;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.genonaut.account.CurrentAccount;
import org.genonaut.backend.connection.ConnectionSettings;
import org.genonaut.backend.connection.ConnectionVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What an admin says of a backend. It wins over the configuration from then on, and holds on all nodes within seconds. */
@Service
@RolesAllowed("ADMIN")
public class BackendSettings {

    private static final Logger log = LoggerFactory.getLogger(BackendSettings.class);

    /** Most characters of a note. */
    public static final int MAX_NOTE = 200;

    private final BackendRegistry registry;
    private final ConnectionVault vault;
    private final ConnectionTrial trial;
    private final Fleet fleet;
    private final CurrentAccount account;
    private final Clock clock;

    BackendSettings(
            BackendRegistry registry,
            ConnectionVault vault,
            ConnectionTrial trial,
            Fleet fleet,
            CurrentAccount account,
            Clock clock) {
        this.registry = registry;
        this.vault = vault;
        this.trial = trial;
        this.fleet = fleet;
        this.account = account;
        this.clock = clock;
    }

    /**
     * How a backend is reached. Its secrets are for giving back to {@link #change} unchanged, never for showing.
     *
     * @return empty if there is no such backend, or its secrets cannot be opened and must be said again
     */
    public Optional<ConnectionSettings> find(BackendId id) {
        return registry.all().stream()
                .filter(backend -> backend.id().equals(id))
                .findFirst()
                .flatMap(backend -> vault.settingsIfReadable(backend.connection()));
    }

    /** Tries a connection without storing it; takes as long as the server does. */
    public Trial test(ConnectionSettings connection) {
        return trial.of(connection);
    }

    /**
     * Adds a backend and takes it into use. One that was removed from this address comes back.
     *
     * @throws BackendTaken if another has this name or address
     * @throws org.genonaut.secret.SecretException.NoKey if there are secrets and no key to seal them; nothing is changed
     */
    public BackendId add(BackendDeclaration declaration) {
        var id = registry.add(declaration, admin());
        fleet.follow();
        note("added", id);
        return id;
    }

    /**
     * Gives a backend another name or connection, at once and for good.
     *
     * @throws BackendTaken if another has this name or address
     * @throws IllegalArgumentException if there is no such backend
     * @throws org.genonaut.secret.SecretException.NoKey if there are secrets and no key to seal them; nothing is changed
     */
    public void change(BackendId id, BackendDeclaration declaration) {
        registry.change(id, declaration);
        fleet.follow();
        note("changed", id);
    }

    /**
     * Lets a backend end what it has and gives it no more.
     *
     * @param note at most {@value #MAX_NOTE} characters, such as "for an update, back at 15:00"; may be empty
     */
    public void drain(BackendId id, String note) {
        if (note.length() > MAX_NOTE) {
            throw new IllegalArgumentException("A note has at most " + MAX_NOTE + " characters");
        }
        change(id, "drained", standing -> standing.draining(admin(), note.strip(), clock.instant()));
    }

    /** Takes a backend into use again, whatever held it back: a drain, a quarantine, a removal. */
    public void enable(BackendId id) {
        registry.enable(id, admin());
        fleet.follow();
        fleet.suspect(id);
        note("enabled", id);
    }

    /** Takes a backend out of use and out of the list; what it runs is let go of and runs elsewhere. */
    public void remove(BackendId id) {
        change(id, "removed", standing -> standing.removed(admin(), "Removed by " + admin() + ".", clock.instant()));
    }

    private void change(BackendId id, String deed, UnaryOperator<Standing> change) {
        fleet.stand(id, change);
        note(deed, id);
    }

    private String admin() {
        return account.get().displayName();
    }

    private static void note(String deed, BackendId id) {
        log.info("Backend {} {} by an admin", id, deed);
    }
}
