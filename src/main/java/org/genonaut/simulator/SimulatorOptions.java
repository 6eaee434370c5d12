package org.genonaut.simulator;

import java.util.List;
import java.util.Set;
import org.genonaut.simulator.graph.Dialect;
import org.genonaut.simulator.models.DemoModels;
import org.genonaut.simulator.models.ModelFile;

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
 * @param device the name of its graphics card
 * @param vram the memory of that card in bytes
 * @param largestBody of a request, in bytes
 * @param diskSpace how many bytes of pictures it keeps
 */
public record SimulatorOptions(
        String name,
        int port,
        Dialect dialect,
        boolean strictIds,
        double speed,
        boolean previews,
        List<ModelFile> models,
        String device,
        long vram,
        int largestBody,
        long diskSpace) {
    private static final long GIBIBYTE = 1L << 30;
    private static final double INSTANT = 1e9;

    public SimulatorOptions {
        if (name.isBlank() || port < 0 || port > 65_535 || !(speed > 0) || largestBody < 1 || diskSpace < 1) {
            throw new IllegalArgumentException("Not a simulator: " + name + " at " + port + ", speed " + speed);
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
                "cuda:0 NVIDIA GeForce RTX 4090 (simulated)",
                24 * GIBIBYTE,
                100 * 1024 * 1024,
                GIBIBYTE / 2);
    }

    /** For tests: work takes no time, and there are no previews. */
    public static SimulatorOptions instant() {
        return defaults().withSpeed(INSTANT).withPreviews(false);
    }

    public SimulatorOptions withName(String newName) {
        return new SimulatorOptions(
                newName, port, dialect, strictIds, speed, previews, models, device, vram, largestBody, diskSpace);
    }

    public SimulatorOptions withPort(int newPort) {
        return new SimulatorOptions(
                name, newPort, dialect, strictIds, speed, previews, models, device, vram, largestBody, diskSpace);
    }

    public SimulatorOptions withDialect(Dialect newDialect) {
        return new SimulatorOptions(
                name, port, newDialect, strictIds, speed, previews, models, device, vram, largestBody, diskSpace);
    }

    public SimulatorOptions withStrictIds(boolean newStrictIds) {
        return new SimulatorOptions(
                name, port, dialect, newStrictIds, speed, previews, models, device, vram, largestBody, diskSpace);
    }

    public SimulatorOptions withSpeed(double newSpeed) {
        return new SimulatorOptions(
                name, port, dialect, strictIds, newSpeed, previews, models, device, vram, largestBody, diskSpace);
    }

    public SimulatorOptions withPreviews(boolean newPreviews) {
        return new SimulatorOptions(
                name, port, dialect, strictIds, speed, newPreviews, models, device, vram, largestBody, diskSpace);
    }

    public SimulatorOptions withModels(List<ModelFile> newModels) {
        return new SimulatorOptions(
                name, port, dialect, strictIds, speed, previews, newModels, device, vram, largestBody, diskSpace);
    }

    public SimulatorOptions withLargestBody(int newLargestBody) {
        return new SimulatorOptions(
                name, port, dialect, strictIds, speed, previews, models, device, vram, newLargestBody, diskSpace);
    }

    public SimulatorOptions withDiskSpace(long newDiskSpace) {
        return new SimulatorOptions(
                name, port, dialect, strictIds, speed, previews, models, device, vram, largestBody, newDiskSpace);
    }

    /** Leaves out the models of these names. */
    public SimulatorOptions withoutModels(String... names) {
        var unwanted = Set.of(names);
        return withModels(
                models.stream().filter(file -> !unwanted.contains(file.name())).toList());
    }

    public SimulatorOptions withDevice(String newDevice, long newVram) {
        return new SimulatorOptions(
                name, port, dialect, strictIds, speed, previews, models, newDevice, newVram, largestBody, diskSpace);
    }
}
