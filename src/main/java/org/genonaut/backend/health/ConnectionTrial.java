package org.genonaut.backend.health;

import java.net.URI;
import java.time.Duration;
import org.genonaut.backend.Absence;
import org.genonaut.backend.Trial;
import org.genonaut.backend.connection.BackendUnusable;
import org.genonaut.backend.connection.ConnectionSettings;
import org.genonaut.backend.connection.ConnectionVault;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.Connection;
import org.genonaut.comfyui.Pace;
import org.genonaut.comfyui.Timeouts;
import org.springframework.stereotype.Component;

/** Tries a connection as it would be used. */
@Component
public class ConnectionTrial {

    /** Somebody waits for the outcome. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConnectionVault vault;
    private final Probe probe;
    private final Pace pace;

    ConnectionTrial(ConnectionVault vault, Probe probe, Pace pace) {
        this.vault = vault;
        this.probe = probe;
        this.pace = pace;
    }

    public Trial of(ConnectionSettings settings) {
        try (var comfyUI = new ComfyUIClient(hurried(vault.revealed(settings)), pace)) {
            var capabilities = probe.capabilities(comfyUI.server());
            return new Trial.Works(capabilities, probe.missing(capabilities));
        } catch (BackendUnusable locked) {
            return new Trial.Fails(Absence.NO_SECRET, locked.reason());
        } catch (ComfyUIException noAnswer) {
            return explained(settings.url(), new Trial.Fails(Absence.of(noAnswer), noAnswer.getMessage()));
        }
    }

    private static Connection hurried(Connection connection) {
        var timeouts = connection.timeouts();
        return connection.withTimeouts(
                new Timeouts(shorter(timeouts.connect()), shorter(timeouts.request()), timeouts.standstill()));
    }

    private static Duration shorter(Duration timeout) {
        return timeout.compareTo(PATIENCE) < 0 ? timeout : PATIENCE;
    }

    private Trial explained(URI url, Trial.Fails failure) {
        return switch (failure.why()) {
            case BROKEN, NO_COMFYUI, UNTRUSTED, NO_ANSWER -> {
                var other = url.getScheme().equals("https") ? "http" : "https";
                yield speaks(URI.create(
                                other + url.toString().substring(url.getScheme().length())))
                        ? new Trial.OtherScheme(other)
                        : failure;
            }
            case NO_SERVER, UNKNOWN_HOST, REFUSED, NO_SECRET -> failure;
        };
    }

    /** Shows no credentials: this is not the address that they are for. */
    private boolean speaks(URI url) {
        try (var other = new ComfyUIClient(hurried(Connection.to(url)), pace)) {
            other.server().systemStats();
            return true;
        } catch (ComfyUIException.UnexpectedAnswer refused) {
            return refused.wantsCredentials();
        } catch (ComfyUIException.Unreachable none) {
            return url.getScheme().equals("https") && none.reason() == ComfyUIException.Unreachable.Reason.UNTRUSTED;
        } catch (ComfyUIException strange) {
            return false;
        }
    }
}
