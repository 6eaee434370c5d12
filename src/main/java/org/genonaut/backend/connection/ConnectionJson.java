package org.genonaut.backend.connection;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genonaut.comfyui.Timeouts;
import org.genonaut.comfyui.Trust;
import org.genonaut.secret.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Connection settings as JSON, with the secrets apart from all the rest. What is absent has its default. */
final class ConnectionJson {

    private static final int VERSION = 1;

    /** Stands where a secret is; no reference reads like this. */
    private static final String SEALED = "sealed";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ConnectionJson() {}

    /** Everything but the address, which has a column of its own, and the secrets. */
    static String settings(ConnectionSettings settings) {
        var root = JSON.createObjectNode().put("version", VERSION);
        switch (settings.credentials()) {
            case Credentials.None none -> {}
            case Credentials.Basic(var user, var password) ->
                root.putObject("credentials").put("user", user).put("password", shown(password));
            case Credentials.Bearer(var token) -> root.putObject("credentials").put("token", shown(token));
        }
        var headers = root.putObject("headers");
        settings.headers().forEach((name, value) -> headers.put(name, shown(value)));
        switch (settings.trust()) {
            case Trust.Platform platform -> {}
            case Trust.PrivateAuthority(var pem) -> root.put("authority", pem);
            case Trust.Pinned(var fingerprint) -> root.put("fingerprint", fingerprint.toString());
        }
        root.putObject("timeouts")
                .put("connect", settings.timeouts().connect().toString())
                .put("request", settings.timeouts().request().toString())
                .put("standstill", settings.timeouts().standstill().toString());
        return JSON.writeValueAsString(root);
    }

    /** The secrets that are no references; empty if there are none. */
    static Optional<String> secrets(ConnectionSettings settings) {
        var root = JSON.createObjectNode();
        switch (settings.credentials()) {
            case Credentials.None none -> {}
            case Credentials.Basic(var user, var password) -> putText(root, "password", password);
            case Credentials.Bearer(var token) -> putText(root, "token", token);
        }
        var headers = JSON.createObjectNode();
        settings.headers().forEach((name, value) -> putText(headers, name, value));
        if (!headers.isEmpty()) {
            root.set("headers", headers);
        }
        return root.isEmpty() ? Optional.empty() : Optional.of(JSON.writeValueAsString(root));
    }

    /** Whether some secret is no reference. */
    static boolean needsSecrets(String settings) {
        var root = JSON.readTree(settings);
        var credentials = Stream.of("password", "token").map(root.path("credentials")::path);
        return Stream.concat(credentials, root.path("headers").values().stream())
                .anyMatch(node -> SEALED.equals(node.stringValue("")));
    }

    /** @throws RuntimeException of several kinds if this is nothing that was written here */
    static ConnectionSettings read(URI url, String settings, String secrets) {
        var root = JSON.readTree(settings);
        var texts = JSON.readTree(secrets);
        var headers = new TreeMap<String, Secret>(String.CASE_INSENSITIVE_ORDER);
        for (var header : root.path("headers").properties()) {
            headers.put(
                    header.getKey(),
                    secret(header.getValue(), texts.path("headers").path(header.getKey())));
        }
        return new ConnectionSettings(url, credentials(root, texts), headers, trust(root), timeouts(root));
    }

    private static Credentials credentials(JsonNode root, JsonNode texts) {
        var credentials = root.path("credentials");
        if (credentials.has("user")) {
            return new Credentials.Basic(
                    credentials.path("user").stringValue(),
                    secret(credentials.path("password"), texts.path("password")));
        }
        if (credentials.has("token")) {
            return new Credentials.Bearer(secret(credentials.path("token"), texts.path("token")));
        }
        return new Credentials.None();
    }

    private static Trust trust(JsonNode root) {
        if (root.has("authority")) {
            return new Trust.PrivateAuthority(root.path("authority").stringValue());
        }
        if (root.has("fingerprint")) {
            return Trust.Pinned.of(root.path("fingerprint").stringValue());
        }
        return Trust.platform();
    }

    private static Timeouts timeouts(JsonNode root) {
        var timeouts = root.path("timeouts");
        return new Timeouts(
                duration(timeouts.path("connect"), Timeouts.DEFAULT.connect()),
                duration(timeouts.path("request"), Timeouts.DEFAULT.request()),
                duration(timeouts.path("standstill"), Timeouts.DEFAULT.standstill()));
    }

    private static Duration duration(JsonNode text, Duration otherwise) {
        return text.isString() ? Duration.parse(text.stringValue()) : otherwise;
    }

    private static String shown(Secret secret) {
        return switch (secret) {
            case Secret.Text text -> SEALED;
            case Secret.Reference reference -> reference.text();
        };
    }

    private static void putText(ObjectNode object, String name, Secret secret) {
        if (secret instanceof Secret.Text(var value)) {
            object.put(name, value);
        }
    }

    private static Secret secret(JsonNode shown, JsonNode text) {
        return shown.stringValue().equals(SEALED)
                ? new Secret.Text(text.stringValue())
                : Secret.of(shown.stringValue());
    }
}
