package org.genonaut.simulator;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A WebSocket read frame by frame, with nothing that understands what is in them. */
final class FrameSocket implements AutoCloseable {
    private static final int TEXT = 1;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;

    /** A frame that was read: {@link #EOF} where the connection has ended. */
    record Frame(int opcode, byte[] payload) {
        static final Frame EOF = new Frame(-1, new byte[0]);

        boolean isEnd() {
            return opcode == EOF.opcode();
        }

        boolean isText() {
            return opcode == TEXT;
        }

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        boolean isEvent(String type) {
            return isText() && text().startsWith("{\"type\": \"" + type + "\"");
        }
    }

    FrameSocket(URI url, String clientId) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
            socket.setSoTimeout(20_000);
            in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write("""
                    GET /ws?clientId=%s HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    \r
                    """.formatted(clientId).getBytes(StandardCharsets.US_ASCII));
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Frame next() {
        try {
            var opcode = in.readUnsignedByte() & 0x0F;
            return new Frame(opcode, in.readNBytes(length()));
        } catch (EOFException e) {
            return Frame.EOF;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int length() throws IOException {
        var length = in.readUnsignedByte();
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    List<Frame> until(Predicate<Frame> last) {
        var frames = new ArrayList<Frame>();
        do {
            frames.add(next());
        } while (!last.test(frames.getLast()) && !frames.getLast().isEnd());
        return frames;
    }

    void ping() {
        try {
            var frame = new ByteArrayOutputStream();
            frame.write(0x80 | PING);
            // Masked with zeros, and empty.
            frame.writeBytes(new byte[] {(byte) 0x80, 0, 0, 0, 0});
            socket.getOutputStream().write(frame.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing has come that was not read yet. */
    boolean hasHeardNothing() {
        try {
            return in.available() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
