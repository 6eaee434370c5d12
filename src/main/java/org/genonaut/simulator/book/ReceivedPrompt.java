package org.genonaut.simulator.book;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A prompt that a simulator has accepted. */
public record ReceivedPrompt(String promptId, JsonNode prompt, Instant at) {}
