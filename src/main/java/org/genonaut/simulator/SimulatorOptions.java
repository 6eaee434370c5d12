package org.genonaut.simulator;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.genonaut.simulator.models.DemoModels;
import org.genonaut.simulator.models.ModelFile;
import org.genonaut.simulator.protocol.Dialect;

/**
 * How a simulator starts.
 *
 * @param name what it calls itself
 * @param port to listen on at 127.0.0.1; 0 for any that is free
 * @param dialect which generation of ComfyUI it speaks as
 * @param strictIds whether it refuses a prompt id that it knows already, instead of running it again
 * @param speed how many times as fast as a good graphics card, which takes 0.18 s for a step of SDXL at one megapixel
 * @param previews whether samplers send a preview with each step, where a prompt does not say
 * @param models what it offers
 * @param largestBody of a request, in bytes
 * @param controlPort of the control API at 127.0.0.1; 0 for any that is free, empty for no such API
 * @param manualTime whether time stands still until a script advances it; work then takes as long as at normal speed
 */
public record SimulatorOptions(
        String name,
        int port,
        Dialect dialect,
        boolean strictIds,
        double speed,
        boolean previews,
        List<ModelFile> models,
        int largestBody,
        OptionalInt controlPort,
        boolean manualTime) {
    private static final double INSTANT = 1e9;

    public SimulatorOptions {
        requirePort(port);
        controlPort.ifPresent(SimulatorOptions::requirePort);
        if (name.isBlank() || !(speed > 0) || largestBody < 1) {
            throw new IllegalArgumentException("Not a simulator: " + name + ", speed " + speed);
        }
        models = List.copyOf(models);
    }

    /** A server named Atlas as fast as a good graphics card, with previews and all models, in the older dialect. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                "Atlas",
                0,
                Dialect.V0_3_64,
                false,
                1,
                true,
                DemoModels.all(),
                100 * 1024 * 1024,
                OptionalInt.empty(),
                false);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is 0 to 65535, not " + port);
        }
    }

    /** For tests: work takes no time, and there are no previews. */
    public static SimulatorOptions instant() {
        return defaults().withSpeed(INSTANT).withPreviews(false);
    }

    public SimulatorOptions withName(String name) {
        return with(draft -> draft.name = name);
    }

    public SimulatorOptions withPort(int port) {
        return with(draft -> draft.port = port);
    }

    public SimulatorOptions withDialect(Dialect dialect) {
        return with(draft -> draft.dialect = dialect);
    }

    public SimulatorOptions withStrictIds(boolean strictIds) {
        return with(draft -> draft.strictIds = strictIds);
    }

    public SimulatorOptions withSpeed(double speed) {
        return with(draft -> draft.speed = speed);
    }

    public SimulatorOptions withPreviews(boolean previews) {
        return with(draft -> draft.previews = previews);
    }

    public SimulatorOptions withModels(List<ModelFile> models) {
        return with(draft -> draft.models = models);
    }

    public SimulatorOptions withLargestBody(int largestBody) {
        return with(draft -> draft.largestBody = largestBody);
    }

    /** @param controlPort 0 for any that is free */
    public SimulatorOptions withControlPort(int controlPort) {
        return with(draft -> draft.controlPort = OptionalInt.of(controlPort));
    }

    /** Lets time stand still until {@link SimulatorScript#time()} is advanced. */
    public SimulatorOptions withManualTime() {
        return with(draft -> draft.manualTime = true);
    }

    private SimulatorOptions with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** A copy while one of its values changes, so that each value is named in one place. */
    private static final class Draft {
        private String name;
        private int port;
        private Dialect dialect;
        private boolean strictIds;
        private double speed;
        private boolean previews;
        private List<ModelFile> models;
        private int largestBody;
        private OptionalInt controlPort;
        private boolean manualTime;

        Draft(SimulatorOptions from) {
            name = from.name;
            port = from.port;
            dialect = from.dialect;
            strictIds = from.strictIds;
            speed = from.speed;
            previews = from.previews;
            models = from.models;
            largestBody = from.largestBody;
            controlPort = from.controlPort;
            manualTime = from.manualTime;
        }

        SimulatorOptions options() {
            return new SimulatorOptions(
                    name, port, dialect, strictIds, speed, previews, models, largestBody, controlPort, manualTime);
        }
    }
}
