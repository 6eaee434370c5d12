package org.genonaut.backend.configuration;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.genonaut.backend.BackendDeclaration;
import org.genonaut.backend.connection.ConnectionSettings;
import org.genonaut.backend.connection.Credentials;
import org.genonaut.comfyui.Connection;
import org.genonaut.comfyui.Timeouts;
import org.genonaut.comfyui.Trust;
import org.genonaut.secret.Secret;

/** Reads one backend of the configuration, and names the key of what is wrong. */
final class BackendEntryReader {

    private final String key;
    private final BackendProperties.Entry entry;

    BackendEntryReader(String key, BackendProperties.Entry entry) {
        this.key = key;
        this.entry = entry;
    }

    /** @throws BackendMisconfigured if it cannot be meant */
    BackendDeclaration read(String nameOtherwise) {
        var url = url();
        var credentials = credentials();
        var headers = headers();
        var trust = trust();
        var timeouts = timeouts();
        var connection = at("", () -> new ConnectionSettings(url, credentials, headers, trust, timeouts));
        var name = entry.name().isBlank() ? nameOtherwise : entry.name().strip();
        return at(".name", () -> new BackendDeclaration(name, connection));
    }

    private URI url() {
        if (entry.url().isBlank()) {
            throw new BackendMisconfigured(key + ".url", "Each backend has an address, such as https://gpu-a/comfy");
        }
        return address(key + ".url", entry.url());
    }

    /** @throws BackendMisconfigured without the text, which may hold a password */
    static URI address(String key, String text) {
        try {
            return Connection.to(new URI(text.strip())).baseUrl();
        } catch (URISyntaxException e) {
            throw new BackendMisconfigured(key, "This is no address, such as https://gpu-a/comfy");
        } catch (IllegalArgumentException e) {
            throw new BackendMisconfigured(key, String.valueOf(e.getMessage()));
        }
    }

    private Credentials credentials() {
        if (!entry.token().isBlank()
                && (!entry.username().isBlank() || !entry.password().isBlank())) {
            throw new BackendMisconfigured(key + ".token", "A token excludes a username and a password");
        }
        if (!entry.token().isBlank()) {
            return at(
                    ".token",
                    () -> new Credentials.Bearer(Secret.of(entry.token().strip())));
        }
        if (entry.username().isBlank() != entry.password().isBlank()) {
            throw new BackendMisconfigured(
                    key + (entry.username().isBlank() ? ".username" : ".password"),
                    "A username and a password belong together; the password may be env:NAME or file:/path");
        }
        if (entry.username().isBlank()) {
            return new Credentials.None();
        }
        var password = at(".password", () -> Secret.of(entry.password()));
        return at(".username", () -> new Credentials.Basic(entry.username(), password));
    }

    private Map<String, Secret> headers() {
        var headers = new TreeMap<String, Secret>(String.CASE_INSENSITIVE_ORDER);
        entry.headers().forEach((name, value) -> headers.put(name, at(".headers." + name, () -> Secret.of(value))));
        return headers;
    }

    private Trust trust() {
        if (!entry.caFile().isBlank() && !entry.fingerprint().isBlank()) {
            throw new BackendMisconfigured(key + ".fingerprint", "A fingerprint excludes a ca-file");
        }
        if (!entry.caFile().isBlank()) {
            var pem = certificates(entry.caFile());
            return at(".ca-file", () -> new Trust.PrivateAuthority(pem));
        }
        if (!entry.fingerprint().isBlank()) {
            try {
                return Trust.Pinned.of(entry.fingerprint());
            } catch (IllegalArgumentException e) {
                throw new BackendMisconfigured(
                        key + ".fingerprint", "A fingerprint is the SHA-256 of a certificate, 64 hexadecimal digits");
            }
        }
        return Trust.platform();
    }

    private String certificates(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new BackendMisconfigured(
                    key + ".ca-file", "The file " + file + " cannot be read; it holds certificates in PEM");
        }
    }

    private Timeouts timeouts() {
        return new Timeouts(
                timeout(".connect-timeout", entry.connectTimeout()),
                timeout(".request-timeout", entry.requestTimeout()),
                timeout(".standstill", entry.standstill()));
    }

    private Duration timeout(String property, Duration timeout) {
        if (!timeout.isPositive()) {
            throw new BackendMisconfigured(key + property, "A timeout is longer than nothing, such as 5s");
        }
        return timeout;
    }

    private <T> T at(String property, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new BackendMisconfigured(key + property, String.valueOf(e.getMessage()));
        }
    }
}
