package org.genonaut.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket connection without a client behind it: the one of the JDK now and then does not notice that its
 * connection was cut.
 */
final class BareSocket implements AutoCloseable {
    private static final int CLOSING_FRAME = 0x88;

    private final Socket socket;

    BareSocket(URI url, String clientId) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("""
                    GET /ws?clientId=%s HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    \r
                    """.formatted(clientId).getBytes(StandardCharsets.US_ASCII));
            awaitGreeting();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitGreeting() throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf("\"sid\"") < 0) {
            heard.append((char) socket.getInputStream().read());
        }
    }

    /** Waits until the connection has ended, and returns whether that was without a closing frame. */
    boolean wasCut() {
        try {
            for (var octet : socket.getInputStream().readAllBytes()) {
                if ((octet & 0xFF) == CLOSING_FRAME) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
