package org.genonaut.backend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.genonaut.comfyui.ServerCertificate;

/**
 * A proxy as a team puts it before its ComfyUI: it speaks https, adds a path prefix, and sends away every request and
 * every socket that does not show one of the headers it knows.
 */
final class GuardedProxy implements AutoCloseable {

    private static final String PREFIX = "/comfy[^/ ]*";
    private static final String REFUSAL = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"gpu\"\r\n"
            + "Content-Length: 0\r\nConnection: close\r\n\r\n";

    private final URI target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    private GuardedProxy(URI target, ServerSocket server) {
        this.target = target;
        this.server = server;
    }

    static GuardedProxy start(ServerCertificate certificate, URI target) throws IOException, GeneralSecurityException {
        var server = certificate
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var proxy = new GuardedProxy(target, server);
        Thread.ofVirtual().name("proxy").start(proxy::accept);
        return proxy;
    }

    /** From now on whoever shows this header, such as {@code Authorization: Bearer a}, may pass. */
    void admit(String header) {
        known.add(header);
    }

    void refuse(String header) {
        known.remove(header);
    }

    /** With any prefix that begins with {@code /comfy}: they are all the same to it. */
    URI url(String host, String prefix) {
        return URI.create("https://" + host + ":" + server.getLocalPort() + prefix);
    }

    /** The first lines of all requests that passed. */
    List<String> passed() {
        return passed;
    }

    /** The first lines of all requests that were sent away. */
    List<String> refused() {
        return refused;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                sockets.add(client);
                Thread.ofVirtual().name("proxy-client").start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var comfyUI = new Socket(target.getHost(), target.getPort())) {
            sockets.add(comfyUI);
            var in = new BufferedInputStream(client.getInputStream());
            Thread.ofVirtual().name("proxy-answers").start(() -> pump(comfyUI, client));
            for (var head = head(in); !head.isEmpty(); head = head(in)) {
                var lines = Arrays.asList(head.split("\r\n"));
                if (lines.stream().noneMatch(known::contains)) {
                    refused.add(lines.getFirst());
                    client.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.ISO_8859_1));
                    return;
                }
                passed.add(lines.getFirst());
                forward(head, lines, in, comfyUI.getOutputStream());
            }
        } catch (IOException gone) {
            refused.add("broken: " + gone.getMessage());
        }
    }

    private static void forward(String head, List<String> lines, InputStream in, OutputStream out) throws IOException {
        out.write(head.replaceFirst(PREFIX, "").getBytes(StandardCharsets.ISO_8859_1));
        if (lines.stream().anyMatch("Upgrade: websocket"::equalsIgnoreCase)) {
            in.transferTo(out);
        } else {
            out.write(in.readNBytes(length(lines)));
        }
        out.flush();
    }

    private static int length(List<String> lines) {
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.split(":")[1].strip()))
                .findFirst()
                .orElse(0);
    }

    /** Up to and with the empty line; empty at the end of the connection. */
    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            var text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
            if (text.endsWith("\r\n\r\n")) {
                return text;
            }
        }
        return "";
    }

    private static void pump(Socket comfyUI, Socket client) {
        try (client) {
            comfyUI.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // Either side hung up; the other one notices by itself.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
