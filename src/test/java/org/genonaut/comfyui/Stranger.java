package org.genonaut.comfyui;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Something at an address that says the same to everybody and hangs up. */
final class Stranger implements AutoCloseable {

    private final ServerSocket door;

    Stranger(String banner) throws IOException {
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try (var visitor = door.accept()) {
                    visitor.getOutputStream().write(banner.getBytes(StandardCharsets.UTF_8));
                } catch (IOException closed) {
                    Thread.yield();
                }
            }
        });
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
