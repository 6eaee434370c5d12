package org.genonaut.account.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.account.AccountId;

/**
 * One thing that somebody did.
 *
 * @param id in order of time
 * @param subject empty where the action has but one, as the queue
 */
public record AuditLine(
        UUID id, Instant at, AccountId who, AuditAction action, Optional<UUID> subject, List<AuditDetail> details) {

    public AuditLine {
        details = List.copyOf(details);
    }
}
