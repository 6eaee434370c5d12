package org.genonaut.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.genonaut.simulator.event.EventSink;
import org.genonaut.simulator.event.Preview;
import org.genonaut.simulator.event.PreviewStage;
import org.genonaut.simulator.event.Recipient;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.protocol.PythonJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The open sockets by client id, one each. Everything happens on one event loop, so that events keep their order. */
public final class Sockets implements EventSink {
    private static final Logger log = LoggerFactory.getLogger(Sockets.class);
    private static final int BARE_PREVIEW = 1;
    private static final int TEXT = 3;
    private static final int PREVIEW_WITH_METADATA = 4;

    private final EventLoop loop;
    private final FaultBoard faults;
    private final Runnable onCrash;
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Queue<Runnable> heldBack = new ArrayDeque<>();
    private final Garbage garbage = new Garbage();
    private boolean stalled;

    /** @param onCrash called on the event loop when an event is to be sent to what cannot be looked up */
    public Sockets(EventLoop loop, FaultBoard faults, Runnable onCrash) {
        this.loop = loop;
        this.faults = faults;
        this.onCrash = onCrash;
    }

    /** A socket and what was agreed with it. */
    private record Client(Channel channel, boolean takesMetadata) {}

    @Override
    public void event(Recipient to, String type, ObjectNode data) {
        var text = message(type, data);
        later(() -> recipients(to).forEach(client -> send(client, text)));
    }

    @Override
    public void text(Recipient to, String node, String text) {
        var id = node.getBytes(StandardCharsets.UTF_8);
        var content = text.getBytes(StandardCharsets.UTF_8);
        later(() -> recipients(to)
                .forEach(client -> send(
                        client.channel(),
                        new BinaryWebSocketFrame(Unpooled.buffer(8 + id.length + content.length)
                                .writeInt(TEXT)
                                .writeInt(id.length)
                                .writeBytes(id)
                                .writeBytes(content)))));
    }

    @Override
    public void preview(Recipient to, Preview preview, PreviewStage stage) {
        later(() -> recipients(to).forEach(client -> {
            var takesMetadata = client.takesMetadata() && to instanceof Recipient.Client;
            if (takesMetadata == (stage == PreviewStage.WITH_METADATA)) {
                send(client.channel(), new BinaryWebSocketFrame(frame(preview, takesMetadata)));
            }
        }));
    }

    /** Registers a socket; an older one of the same client stays open, but hears nothing more. */
    void open(String clientId, Channel channel, ObjectNode status, Optional<String> runningNode) {
        clients.remove(clientId);
        clients.put(clientId, new Client(channel, false));
        send(channel, "status", status.put("sid", clientId));
        runningNode.ifPresent(
                node -> send(channel, "executing", PythonJson.object().put("node", node)));
        if (faults.next(Fault.DeafSocket.class).isPresent()) {
            clients.remove(clientId);
        }
    }

    /** Forgets all clients: their sockets stay open, but hear nothing more. */
    public void deafen() {
        onLoop(clients::clear);
    }

    /** Sends no event to anybody any more; greetings go another way. */
    public void stall() {
        onLoop(() -> stalled = true);
    }

    /** Sends all that was held back, and goes on as usual. */
    public void resume() {
        onLoop(() -> {
            stalled = false;
            heldBack.forEach(Runnable::run);
            heldBack.clear();
        });
    }

    private void onLoop(Runnable change) {
        loop.submit(change).syncUninterruptibly();
    }

    void agree(String clientId, Channel channel, boolean takesMetadata, ObjectNode features) {
        clients.computeIfPresent(clientId, (id, client) -> new Client(client.channel(), takesMetadata));
        send(channel, "feature_flags", features);
    }

    /** Forgets the client: even if it is a newer socket that is registered, as a real server does it. */
    void closed(String clientId) {
        clients.remove(clientId);
    }

    private void later(Runnable task) {
        try {
            loop.execute(() -> {
                if (stalled) {
                    heldBack.add(task);
                } else {
                    task.run();
                }
            });
        } catch (RejectedExecutionException e) {
            log.debug("The server has ended, its event goes nowhere");
        }
    }

    private List<Client> recipients(Recipient to) {
        return switch (to) {
            case Recipient.Everyone e -> List.copyOf(clients.values());
            case Recipient.Client(var id) ->
                Optional.ofNullable(clients.get(id)).stream().toList();
            case Recipient.Nobody n -> List.of();
            case Recipient.Unhashable u -> {
                onCrash.run();
                yield List.of();
            }
        };
    }

    private void send(Client client, String text) {
        send(client.channel(), new TextWebSocketFrame(text));
    }

    private void send(Channel channel, String type, JsonNode data) {
        send(channel, new TextWebSocketFrame(message(type, data)));
    }

    private void send(Channel channel, WebSocketFrame frame) {
        channel.writeAndFlush(frame);
        if (faults.next(Fault.GarbageFrames.class).isPresent()) {
            channel.writeAndFlush(garbage.next());
        }
    }

    private static String message(String type, JsonNode data) {
        var message = PythonJson.object().put("type", type);
        message.set("data", data);
        return PythonJson.write(message);
    }

    private static ByteBuf frame(Preview preview, boolean withMetadata) {
        var image = Unpooled.wrappedBuffer(preview.frame().bytes());
        if (!withMetadata) {
            return Unpooled.wrappedBuffer(
                    Unpooled.buffer(8)
                            .writeInt(BARE_PREVIEW)
                            .writeInt(preview.frame().format().number()),
                    image);
        }
        var metadata = PythonJson.write(preview.metadata()).getBytes(StandardCharsets.UTF_8);
        var head = Unpooled.buffer(8 + metadata.length)
                .writeInt(PREVIEW_WITH_METADATA)
                .writeInt(metadata.length)
                .writeBytes(metadata);
        return Unpooled.wrappedBuffer(head, image);
    }
}
