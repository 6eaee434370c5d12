package org.genonaut.backend;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.genonaut.account.CurrentAccount;
import org.genonaut.account.audit.AuditAction;
import org.genonaut.account.audit.AuditLog;
import org.genonaut.backend.connection.ConnectionSettings;
import org.genonaut.backend.connection.ConnectionVault;
import org.genonaut.backend.health.ConnectionTrial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    BackendSettings(
            BackendRegistry registry,
            ConnectionVault vault,
            ConnectionTrial trial,
            Fleet fleet,
            CurrentAccount account,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.registry = registry;
        this.vault = vault;
        this.trial = trial;
        this.fleet = fleet;
        this.account = account;
        this.audit = audit;
        this.transactions = transactions;
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
        var id = Objects.requireNonNull(transactions.execute(status -> {
            var added = registry.add(declaration, admin());
            audit.record(account.id(), AuditAction.BACKEND_ADDED, added.value());
            return added;
        }));
        fleet.follow();
        log.info("Backend {} added by an admin", id);
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
        audited(AuditAction.BACKEND_CHANGED, id, () -> registry.change(id, declaration));
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
        stand(AuditAction.BACKEND_DRAINED, id, standing -> standing.draining(admin(), note.strip(), clock.instant()));
    }

    /** Takes a backend into use again, whatever held it back: a drain, a quarantine, a removal. */
    public void enable(BackendId id) {
        audited(AuditAction.BACKEND_ENABLED, id, () -> registry.enable(id, admin()));
        fleet.suspect(id);
    }

    /** Takes a backend out of use and out of the list; what it runs is let go of and runs elsewhere. */
    public void remove(BackendId id) {
        var reason = "Removed by " + admin() + ".";
        stand(AuditAction.BACKEND_REMOVED, id, standing -> standing.removed(admin(), reason, clock.instant()));
    }

    private void stand(AuditAction action, BackendId id, UnaryOperator<Standing> change) {
        audited(action, id, () -> registry.stand(id, change));
    }

    private void audited(AuditAction action, BackendId id, Runnable change) {
        transactions.executeWithoutResult(status -> {
            change.run();
            audit.record(account.id(), action, id.value());
        });
        fleet.follow();
        log.info("Backend {} is changed by an admin: {}", id, action);
    }

    private String admin() {
        return account.get().displayName();
    }
}
