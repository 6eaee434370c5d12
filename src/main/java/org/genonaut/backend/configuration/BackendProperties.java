package org.genonaut.backend.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The fleet by configuration.
 *
 * @param urls one for each ComfyUI that wants no more than that, such as {@code http://gpu-a:8188} or {@code GPU
 *     A=http://gpu-a:8188}
 * @param backends one for each ComfyUI that wants credentials, a certificate or timeouts of its own
 */
@ConfigurationProperties("genonaut.comfyui")
public record BackendProperties(
        @DefaultValue List<String> urls, @DefaultValue List<Entry> backends) {

    /** Whether any backend is named. */
    public boolean nameBackends() {
        return !urls.isEmpty() || !backends.isEmpty();
    }

    /**
     * One ComfyUI as it was written down, right or wrong. Each secret may be a reference, {@code env:NAME} or
     * {@code file:/path}. What is blank is absent.
     *
     * @param name blank: a letter of its own
     * @param url its base with any path prefix
     * @param username for basic authentication, with a password
     * @param token for a bearer's authentication
     * @param headers further ones
     * @param caFile certificates, in PEM, of the authorities to trust instead of the platform's
     * @param fingerprint SHA-256 of the only certificate to trust
     * @param connectTimeout longest wait for a connection
     * @param requestTimeout longest wait for an answer
     * @param standstill longest time without any change until a prompt counts as stuck
     */
    public record Entry(
            @DefaultValue("") String name,
            @DefaultValue("") String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("") String token,
            @DefaultValue Map<String, String> headers,
            @DefaultValue("") String caFile,
            @DefaultValue("") String fingerprint,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("30s") Duration requestTimeout,
            @DefaultValue("10m") Duration standstill) {

        /** Shows nothing that might be a secret. */
        @Override
        public String toString() {
            return "Entry[" + name + "]";
        }
    }
}
