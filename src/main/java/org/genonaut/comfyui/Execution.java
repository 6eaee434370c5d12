package org.genonaut.comfyui;

/** One workflow to be executed once, under ids that the caller has noted before. */
public record Execution(PromptId promptId, ClientId clientId, Workflow workflow) {}
