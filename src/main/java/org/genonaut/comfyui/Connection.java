package org.genonaut.comfyui;

import java.net.URI;
import java.time.Duration;
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
 * @param connectTimeout longest wait for a connection
 * @param requestTimeout longest wait for a whole answer, and for the next bytes of a file
 */
public record Connection(URI baseUrl, Map<String, String> headers, Duration connectTimeout, Duration requestTimeout) {

    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    /** HTTP sets these itself; ComfyUI refuses a foreign Origin. */
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "expect", "host", "origin", "transfer-encoding", "upgrade");

    public Connection {
        baseUrl = withoutTrailingSlash(requireHttp(baseUrl));
        var checked = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            requireHeader(name, value);
            checked.put(name, value);
        });
        headers = Map.copyOf(checked);
        requirePositive(connectTimeout);
        requirePositive(requestTimeout);
    }

    /** A connection without headers: 5 seconds to connect, 30 seconds for an answer. */
    public static Connection to(URI baseUrl) {
        return new Connection(baseUrl, Map.of(), DEFAULT_CONNECT_TIMEOUT, DEFAULT_REQUEST_TIMEOUT);
    }

    public URI http(String pathAndQuery) {
        return URI.create(baseUrl + pathAndQuery);
    }

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
            throw new IllegalArgumentException("A ComfyUI's address names a host");
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
            throw new IllegalArgumentException("Header " + name + " contains characters that HTTP forbids");
        }
        if (RESERVED.contains(lower) || lower.startsWith("sec-")) {
            throw new IllegalArgumentException("Header " + name + " cannot be set");
        }
    }

    private static void requirePositive(Duration timeout) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("A timeout is longer than nothing");
        }
    }
}
