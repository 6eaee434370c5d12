package org.genonaut.comfyui;

/** A run that a server remembers. While it does, nobody has started it anew. */
public record HistoryMark(String promptId) {}
