package org.genonaut.simulator.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.route.Request;

/** Refuses pages of other sites: on a loopback address the Origin of a request must be the Host that it was sent to. */
final class OriginCheck {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private OriginCheck() {}

    static boolean allows(Request request, Dialect dialect) {
        if (dialect.isNewer()
                && request.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent()) {
            return false;
        }
        var host = request.header("Host").flatMap(value -> parse("http://" + value));
        var origin = request.header("Origin").flatMap(OriginCheck::parse);
        if (host.isEmpty() || origin.isEmpty() || !LOOPBACK.contains(host.get().getHost())) {
            return true;
        }
        var bothPorts = host.get().getPort() >= 0 && origin.get().getPort() >= 0;
        return host.get().getHost().equals(origin.get().getHost())
                && (!bothPorts || host.get().getPort() == origin.get().getPort());
    }

    /** Anything without a host, such as {@code null} or a file, is let through. */
    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
