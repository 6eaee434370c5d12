package org.genonaut.backend;

/**
 * A backend was started anew, so it has no prompt, no result and no model left. Published on a thread of its own, by each
 * node that notices.
 */
public record BackendRestarted(BackendId backend) {}
