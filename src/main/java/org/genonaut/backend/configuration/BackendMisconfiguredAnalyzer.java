package org.genonaut.backend.configuration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints one sentence instead of a stack trace when the configuration names a backend wrongly. */
class BackendMisconfiguredAnalyzer extends AbstractFailureAnalyzer<BackendMisconfigured> {

    static final String ACTION = "Correct it and start again; docs/operations.md lists what goes where.";

    @Override
    protected FailureAnalysis analyze(Throwable failure, BackendMisconfigured cause) {
        return new FailureAnalysis(cause.getMessage() + ".", ACTION, failure);
    }
}
