package org.genonaut.account.audit;

import static org.genonaut.account.audit.AuditSubject.BACKEND;
import static org.genonaut.account.audit.AuditSubject.GENERATION;
import static org.genonaut.account.audit.AuditSubject.JOB;
import static org.genonaut.account.audit.AuditSubject.QUEUE;

/** What is worth a line: deeds that concern others. Names are stored, so they never change. */
public enum AuditAction {
    BACKEND_ADDED(BACKEND),
    BACKEND_CHANGED(BACKEND),
    BACKEND_DRAINED(BACKEND),
    BACKEND_ENABLED(BACKEND),
    BACKEND_DISABLED(BACKEND),
    BACKEND_REMOVED(BACKEND),
    BACKEND_QUARANTINE_LIFTED(BACKEND),
    JOB_CANCELLED(JOB),
    JOB_PUT_FIRST(JOB),
    GENERATION_CANCELLED(GENERATION),
    GENERATION_CANCEL_UNDONE(GENERATION),
    GENERATION_PAUSED(GENERATION),
    GENERATION_RESUMED(GENERATION),
    GENERATION_MOVED(GENERATION),
    GENERATION_PUT_FIRST(GENERATION),
    QUEUE_PAUSED(QUEUE),
    QUEUE_RESUMED(QUEUE);

    private final AuditSubject subject;

    AuditAction(AuditSubject subject) {
        this.subject = subject;
    }

    public AuditSubject subject() {
        return subject;
    }
}
