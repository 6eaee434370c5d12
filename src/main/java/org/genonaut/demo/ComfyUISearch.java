package org.genonaut.demo;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.Connection;
import org.genonaut.comfyui.Timeouts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Looks for a real ComfyUI on this machine's usual ports. */
@Component
@Profile("demo")
class ComfyUISearch {

    private static final Timeouts PATIENCE =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMinutes(1));
    private static final String SIMULATOR = "genonaut-simulator";

    private final DemoProperties properties;

    ComfyUISearch(DemoProperties properties) {
        this.properties = properties;
    }

    Optional<URI> search() {
        return properties.searchPorts().stream()
                .map(port -> URI.create("http://127.0.0.1:" + port))
                .filter(ComfyUISearch::isComfyUI)
                .findFirst();
    }

    private static boolean isComfyUI(URI url) {
        try (var client = new ComfyUIClient(Connection.to(url).withTimeouts(PATIENCE))) {
            var stats = client.server().systemStats();
            return !stats.version().isEmpty() && !stats.arguments().contains(SIMULATOR);
        } catch (ComfyUIException nobodyThere) {
            return false;
        }
    }
}
