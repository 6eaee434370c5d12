package org.genonaut.comfyui;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a ComfyUI is and how to talk to it.
 *
 * @param baseUrl http or https, with a path prefix where a proxy adds one; without credentials, query and fragment
 * @param headers sent with every request and with the WebSocket's handshake; their values are secrets
 * @param trust which certificate it must show; means nothing to a plain http address
 */
public record Connection(URI baseUrl, Map<String, String> headers, Trust trust, Timeouts timeouts) {

    private static final String AUTHORIZATION = "Authorization";

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    /** No Latin-1, which HTTP would allow: Java's client sends a question mark instead. */
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

    /** The client sets these itself, or would misread the answer; ComfyUI refuses a foreign Origin. */
    private static final Set<String> RESERVED = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "origin",
            "range",
            "te",
            "transfer-encoding",
            "upgrade");

    private static final int HIGHEST_PORT = 65_535;

    public Connection {
        baseUrl = withoutTrailingSlash(requireHttp(baseUrl));
        var checked = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            requireHeader(name, value);
            checked.put(name, value);
        });
        headers = Map.copyOf(checked);
    }

    /** A connection without headers, with the platform's trust and the default timeouts. */
    public static Connection to(URI baseUrl) {
        return new Connection(baseUrl, Map.of(), Trust.platform(), Timeouts.DEFAULT);
    }

    /** The same with this header, in place of one of the same name. */
    public Connection withHeader(String name, String value) {
        var changed = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put(name, value);
        return new Connection(baseUrl, changed, trust, timeouts);
    }

    /**
     * The same with a name and a password, as a proxy asks for them.
     *
     * @param user without a colon, which HTTP cannot tell from the one before the password
     */
    public Connection withBasic(String user, String password) {
        if (user.contains(":")) {
            throw new IllegalArgumentException("A user name for basic authentication has no colon");
        }
        var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return withHeader(AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** The same with a token. */
    public Connection withBearer(String token) {
        return withHeader(AUTHORIZATION, "Bearer " + token);
    }

    public Connection withTrust(Trust newTrust) {
        return new Connection(baseUrl, headers, newTrust, timeouts);
    }

    public Connection withTimeouts(Timeouts newTimeouts) {
        return new Connection(baseUrl, headers, trust, newTimeouts);
    }

    /** The address of a path, which begins with a slash. */
    public URI http(String pathAndQuery) {
        return URI.create(baseUrl + pathAndQuery);
    }

    /** The address of a path for a WebSocket. */
    public URI webSocket(String pathAndQuery) {
        // http becomes ws, https becomes wss.
        return URI.create("ws" + baseUrl.toString().substring("http".length()) + pathAndQuery);
    }

    /** Names the headers but never shows their values. */
    @Override
    public String toString() {
        return "Connection[%s, headers %s]".formatted(baseUrl, headers.keySet());
    }

    private static URI requireHttp(URI url) {
        var scheme = url.getScheme();
        if (scheme == null || !Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("A ComfyUI's address starts with http:// or https://");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException(
                    "A ComfyUI's address names a host, of letters, digits, dots and hyphens but no underscore");
        }
        if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            throw new IllegalArgumentException("A ComfyUI's port is 1 to 65535");
        }
        // Not shown in the message: user info is a secret.
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "A ComfyUI's address has no credentials, query or fragment; credentials go into a header");
        }
        return url;
    }

    private static URI withoutTrailingSlash(URI url) {
        var text = url.getScheme().toLowerCase(Locale.ROOT)
                + url.toString().substring(url.getScheme().length());
        return URI.create(text.replaceFirst("/+$", ""));
    }

    private static void requireHeader(String name, String value) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (!HEADER_NAME.matcher(name).matches() || !HEADER_VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("Header " + name + " contains characters other than printable ASCII");
        }
        if (RESERVED.contains(lower) || lower.startsWith("sec-")) {
            throw new IllegalArgumentException("Header " + name + " cannot be set");
        }
    }
}
