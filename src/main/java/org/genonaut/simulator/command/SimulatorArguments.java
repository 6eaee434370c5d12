package org.genonaut.simulator.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.models.GeneratedModels;
import org.genonaut.simulator.models.ModelFile;
import org.genonaut.simulator.protocol.Dialect;

/** Reads the command line. */
final class SimulatorArguments {
    static final String USAGE = """
            ./dev simulator runs a look-alike of ComfyUI at 127.0.0.1.

              --port N             where it listens; 8188, as ComfyUI does; 0 for any that is free
              --control-port N     opens the control API there, to switch faults on; 0 for any that is free
              --dialect D          0.3.64 (default) or newer
              --speed F            how many times as fast as a good graphics card; 1
              --time T             scaled (default): by the wall clock; manual: by POST /time of the control API
              --models N           so many generated checkpoints and LoRAs more; 0
              --name X             what it calls itself; Atlas
              --previews P         on (default) or off
              --help               this page
            """;
    private static final int USUAL_PORT = 8188;
    private static final int MOST_MODELS = 100_000;

    @FunctionalInterface
    private interface Setting {
        SimulatorOptions apply(SimulatorOptions options, String name, String value);
    }

    private static final Map<String, Setting> SETTINGS = new LinkedHashMap<>();

    static {
        SETTINGS.put("--port", (options, name, value) -> options.withPort(whole(name, value, 65_535)));
        SETTINGS.put("--control-port", (options, name, value) -> options.withControlPort(whole(name, value, 65_535)));
        SETTINGS.put("--dialect", (options, name, value) -> options.withDialect(dialect(name, value)));
        SETTINGS.put("--speed", (options, name, value) -> options.withSpeed(factor(name, value)));
        SETTINGS.put(
                "--time",
                (options, name, value) -> oneOf(name, value, "manual", "scaled") ? options.withManualTime() : options);
        SETTINGS.put(
                "--models",
                (options, name, value) -> options.withModels(more(options.models(), whole(name, value, MOST_MODELS))));
        SETTINGS.put("--name", (options, name, value) -> options.withName(text(name, value)));
        SETTINGS.put("--previews", (options, name, value) -> options.withPreviews(oneOf(name, value, "on", "off")));
    }

    private SimulatorArguments() {}

    /**
     * What the arguments ask for.
     *
     * @throws WrongOption if one is unknown or has no or a wrong value
     */
    static SimulatorOptions parse(List<String> arguments) {
        var options = SimulatorOptions.defaults().withPort(USUAL_PORT);
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next().split("=", 2);
            var setting = SETTINGS.get(argument[0]);
            if (setting == null) {
                throw new WrongOption("There is no " + argument[0] + ", but " + String.join(", ", SETTINGS.keySet()));
            }
            options = setting.apply(options, argument[0], argument.length == 2 ? argument[1] : next(argument[0], rest));
        }
        return options;
    }

    private static String next(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new WrongOption(name + " wants a value; --help tells which");
        }
        return rest.next();
    }

    private static int whole(String name, String value, int most) {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > most) {
            throw new WrongOption("%s wants a whole number from 0 to %d, not %s".formatted(name, most, value));
        }
        return Integer.parseInt(value);
    }

    private static double factor(String name, String value) {
        if (!value.matches("\\d{1,9}(\\.\\d{1,9})?") || !(Double.parseDouble(value) > 0)) {
            throw new WrongOption(name + " wants a factor above 0, such as 4 or 0.5, not " + value);
        }
        return Double.parseDouble(value);
    }

    private static Dialect dialect(String name, String value) {
        return oneOf(name, value, "newer", Dialect.V0_3_64.version()) ? Dialect.NEWER : Dialect.V0_3_64;
    }

    /** Whether it is the first of two; it must be one of them. */
    private static boolean oneOf(String name, String value, String first, String second) {
        if (!value.equals(first) && !value.equals(second)) {
            throw new WrongOption("%s wants %s or %s, not %s".formatted(name, first, second, value));
        }
        return value.equals(first);
    }

    private static String text(String name, String value) {
        if (value.isBlank()) {
            throw new WrongOption(name + " wants a name");
        }
        return value;
    }

    private static List<ModelFile> more(List<ModelFile> models, int count) {
        var all = new ArrayList<>(models);
        all.addAll(GeneratedModels.of(count));
        return all;
    }
}
