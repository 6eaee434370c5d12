package org.genonaut.backend.connection;

import java.util.Optional;
import java.util.function.Supplier;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.Connection;
import org.genonaut.comfyui.Pace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The client for one backend, made anew when what its secrets refer to has changed. */
public final class Access implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Access.class);

    private final Supplier<Connection> wanted;
    private final Pace pace;
    private @Nullable Connection connection;
    private @Nullable ComfyUIClient client;
    private boolean closed;

    private Access(Supplier<Connection> wanted, Pace pace) {
        this.wanted = wanted;
        this.pace = pace;
    }

    /** @param wanted throws {@link BackendUnusable} as long as a secret is not to be had */
    public static Access open(Supplier<Connection> wanted, Pace pace) {
        var access = new Access(wanted, pace);
        try {
            access.connect(wanted.get());
        } catch (BackendUnusable e) {
            log.debug("No client yet: {}", e.reason());
        }
        return access;
    }

    /** Empty as long as a secret is not to be had. */
    public synchronized Optional<ComfyUIClient> client() {
        return Optional.ofNullable(client);
    }

    /** @throws BackendUnusable if this was closed */
    public ComfyUIClient held() {
        return client().orElseThrow(Access::nobodyAsks);
    }

    /**
     * A client for what the secrets are now.
     *
     * @throws BackendUnusable if they are not to be had, or this was closed
     */
    public ComfyUIClient renewed() {
        return connect(wanted.get()).orElseThrow(Access::nobodyAsks);
    }

    private static BackendUnusable nobodyAsks() {
        return new BackendUnusable("It is not asked any more");
    }

    private synchronized Optional<ComfyUIClient> connect(Connection now) {
        if (!closed && !now.equals(connection)) {
            closeClient();
            connection = now;
            client = new ComfyUIClient(now, pace);
        }
        return Optional.ofNullable(client);
    }

    private void closeClient() {
        if (client != null) {
            client.close();
            client = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeClient();
    }
}
