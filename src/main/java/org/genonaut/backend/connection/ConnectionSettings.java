package org.genonaut.backend.connection;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.genonaut.comfyui.Connection;
import org.genonaut.comfyui.Timeouts;
import org.genonaut.comfyui.Trust;
import org.genonaut.secret.Secret;
import org.genonaut.secret.Secrets;

/**
 * How to reach a backend, as it is configured and stored. Holds secrets and never shows them.
 *
 * @param url its base with any path prefix, at most 500 characters; without credentials, query and fragment
 * @param headers at most 20, sent with every request and every socket; their values are secrets
 * @param trust which certificate it must show; anything but the platform's trust wants https
 */
public record ConnectionSettings(
        URI url, Credentials credentials, Map<String, Secret> headers, Trust trust, Timeouts timeouts) {

    private static final int LONGEST_URL = 500;
    private static final int MOST_HEADERS = 20;

    public ConnectionSettings {
        var connection = Connection.to(url);
        url = connection.baseUrl();
        if (url.toString().length() > LONGEST_URL) {
            throw new IllegalArgumentException("A ComfyUI's address has at most 500 characters");
        }
        var sorted = new TreeMap<String, Secret>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
        requireHeaders(connection, headers);
        if (!(credentials instanceof Credentials.None) && headers.containsKey("Authorization")) {
            throw new IllegalArgumentException("Credentials and a header Authorization exclude each other");
        }
        if (credentials instanceof Credentials.Bearer(var token)) {
            requireHeader(connection, "Authorization", token);
        }
        if (!(trust instanceof Trust.Platform) && !isEncrypted(url)) {
            throw new IllegalArgumentException("A certificate says nothing about an address that is not https");
        }
    }

    /** Without credentials and headers, with the platform's trust and the default timeouts. */
    public static ConnectionSettings to(URI url) {
        return new ConnectionSettings(url, new Credentials.None(), Map.of(), Trust.platform(), Timeouts.DEFAULT);
    }

    /**
     * What the client needs, with every secret revealed.
     *
     * @throws org.genonaut.secret.SecretException.Missing if a reference leads nowhere now
     * @throws IllegalArgumentException if a reference leads to what no header can carry; without naming it
     */
    Connection connection(Secrets secrets) {
        var connection = new Connection(url, Map.of(), trust, timeouts);
        for (var header : headers.entrySet()) {
            connection = connection.withHeader(header.getKey(), secrets.reveal(header.getValue()));
        }
        return switch (credentials) {
            case Credentials.None none -> connection;
            case Credentials.Basic(var user, var password) -> connection.withBasic(user, secrets.reveal(password));
            case Credentials.Bearer(var token) -> connection.withBearer(secrets.reveal(token));
        };
    }

    /** Whether it sends secrets over a network unencrypted. */
    public boolean exposesSecrets() {
        var hasSecrets = !(credentials instanceof Credentials.None) || !headers.isEmpty();
        return hasSecrets && !isEncrypted(url) && !isLoopback(url.getHost());
    }

    private static void requireHeaders(Connection connection, Map<String, Secret> headers) {
        if (headers.size() > MOST_HEADERS) {
            throw new IllegalArgumentException("A backend has at most 20 headers");
        }
        headers.forEach((name, value) -> requireHeader(connection, name, value));
    }

    /** What a reference leads to is checked when it is used. */
    private static void requireHeader(Connection connection, String name, Secret value) {
        connection.withHeader(name, value instanceof Secret.Text(var text) ? text : "");
    }

    private static boolean isEncrypted(URI url) {
        return url.getScheme().equals("https");
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    @Override
    public String toString() {
        return "ConnectionSettings[%s, %s, headers %s, %s, %s]"
                .formatted(
                        url,
                        credentials.getClass().getSimpleName(),
                        headers.keySet(),
                        trust.getClass().getSimpleName(),
                        timeouts);
    }
}
