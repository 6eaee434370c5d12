package org.genonaut.backend;

/** A backend answers that did not before. Published on a thread of its own. */
public record BackendUp(BackendId backend) {}
