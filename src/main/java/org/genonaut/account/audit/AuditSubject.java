package org.genonaut.account.audit;

/** What an action was done to. */
public enum AuditSubject {
    BACKEND,
    JOB,
    GENERATION,
    /** The queue of everybody; it has no id. */
    QUEUE
}
