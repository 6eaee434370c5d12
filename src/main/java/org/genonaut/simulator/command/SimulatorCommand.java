package org.genonaut.simulator.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.models.ModelFile;

/** Runs one simulator until the process is ended. */
public final class SimulatorCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private SimulatorCommand() {}

    /** Ends with 2 if an argument is wrong, and with 1 if a port is taken. */
    public static void main(String[] arguments) {
        // Before anything logs: without a configuration, every packet would be on the screen.
        System.setProperty("logback.configurationFile", "org/genonaut/simulator/command/logback.xml");
        if (List.of(arguments).contains("--help")) {
            System.out.print(SimulatorArguments.USAGE);
            return;
        }
        try {
            run(SimulatorArguments.parse(List.of(arguments)), System.out);
        } catch (WrongOption e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage() + "; choose another port");
            System.exit(FAILED);
        }
    }

    private static void run(SimulatorOptions options, PrintStream out) {
        var simulator = Simulator.start(options);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(simulator::close));
        out.println("Simulated ComfyUI " + options.name() + " at " + simulator.url());
        out.println("  dialect  " + options.dialect().version());
        out.println("  models   " + models(options.models()));
        out.println("  time     " + (options.manualTime() ? "manual" : "scaled, speed " + options.speed()));
        out.println("  control  "
                + simulator.controlUrl().map(url -> url + "faults").orElse("none; --control-port N opens one"));
        out.println("Ctrl-C ends it.");
        out.flush();
        waitForever();
    }

    private static String models(List<ModelFile> models) {
        var counts =
                models.stream().collect(Collectors.groupingBy(ModelFile::folder, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(folder -> folder.getValue() + " " + folder.getKey().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** The threads of a simulator alone would not keep a process. */
    private static void waitForever() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
