package org.genonaut.backend.configuration;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which key of a backend has a value of the wrong kind. The usual analysis would quote it, also if it is a secret. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BackendBindingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final String BACKENDS = "genonaut.comfyui.backends";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, BindException cause) {
        var key = cause.getName().toString();
        if (!key.startsWith(BACKENDS)) {
            return null;
        }
        return new FailureAnalysis(
                key + ": " + problem(key, cause.getTarget().getType().resolve()) + ".",
                BackendMisconfiguredAnalyzer.ACTION,
                failure);
    }

    private static String problem(String key, @Nullable Class<?> wanted) {
        if (wanted == Duration.class) {
            return "This is no duration, such as 5s or 10m";
        }
        if (wanted == Map.class) {
            return "Each header has a key of its own, such as " + key + ".X-Key";
        }
        return "Here stands nothing that can be read; backends are numbered from 0 without a gap";
    }
}
