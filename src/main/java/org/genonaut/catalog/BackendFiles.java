package org.genonaut.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.genonaut.catalog.CatalogSnapshot.Key;
import org.genonaut.comfyui.ComfyUIServer;

/**
 * The model files of one backend: what it calls each, and what those say of themselves that nobody has read before.
 */
record BackendFiles(Map<Key, String> names, Map<Key, SafetensorsMetadata> metadata) {

    /** A server reads each header from its disk; more at once only make it slower. */
    private static final int READS_AT_ONCE = 8;

    /** @throws org.genonaut.comfyui.ComfyUIException when the backend does not answer */
    static BackendFiles read(ComfyUIServer server, Set<Key> known) {
        var names = new LinkedHashMap<Key, String>();
        for (var type : ModelType.values()) {
            for (var name : server.models(type.folder())) {
                if (name.length() <= ModelNames.MAX_LENGTH) {
                    names.put(new Key(type, ModelNames.ofBackend(name)), name);
                }
            }
        }
        return new BackendFiles(names, metadata(server, names, known));
    }

    private static Map<Key, SafetensorsMetadata> metadata(
            ComfyUIServer server, Map<Key, String> names, Set<Key> known) {
        var read = new ConcurrentHashMap<Key, SafetensorsMetadata>();
        var permits = new Semaphore(READS_AT_ONCE);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            names.forEach((key, name) -> {
                if (!known.contains(key)) {
                    readers.execute(() -> {
                        permits.acquireUninterruptibly();
                        try {
                            read.put(
                                    key,
                                    new SafetensorsMetadata(
                                            server.metadata(key.type().folder(), name)));
                        } finally {
                            permits.release();
                        }
                    });
                }
            });
        }
        return read;
    }
}
