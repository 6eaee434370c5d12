package org.genonaut.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.book.ProducedFile;
import org.genonaut.simulator.book.PromptRun;
import org.genonaut.simulator.models.DemoModels;
import org.genonaut.simulator.models.ModelFile;

/** The ComfyUI servers of a run. Each lacks one of the checkpoints, so that not every job can go everywhere. */
final class Simulators implements AutoCloseable {

    static final List<String> CHECKPOINTS =
            List.of("sd_xl_base_1.0.safetensors", "juggernautXL_v9.safetensors", "realvisxlV40.safetensors");

    private static final List<String> NAMES = List.of("Atlas", "Borealis", "Cygnus", "Draco", "Eridanus", "Fornax");
    private static final double SPEED = 2;

    private final List<Simulator> all;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<URI, Optional<Sha>> known = new ConcurrentHashMap<>();

    Simulators(int number) {
        this.all = IntStream.range(0, number).mapToObj(n -> start(n, number)).toList();
    }

    private static Simulator start(int number, int of) {
        var lacking = of > 1 ? CHECKPOINTS.get(number % CHECKPOINTS.size()) : "";
        return Simulator.start(SimulatorOptions.defaults()
                .withName(NAMES.get(number % NAMES.size()) + (number < NAMES.size() ? "" : "-" + number))
                .withSpeed(SPEED)
                .withModels(DemoModels.all().stream()
                        .filter(model -> isOffered(model, lacking))
                        .toList()));
    }

    private static boolean isOffered(ModelFile model, String lacking) {
        return !model.folder().equals("checkpoints")
                || CHECKPOINTS.contains(model.name()) && !model.name().equals(lacking);
    }

    List<Simulator> all() {
        return all;
    }

    Simulator get(int number) {
        return all.get(number);
    }

    /** What each prompt came to, that any of them ever accepted. Its pictures are read once and must not change. */
    List<Made> made() {
        var made = new ArrayList<Made>();
        for (var simulator : all) {
            for (var received : simulator.script().receivedPrompts()) {
                made.add(new Made(simulator.name(), UUID.fromString(received.promptId()), Optional.empty(), List.of()));
            }
            for (var run : simulator.script().book().runs()) {
                made.add(made(simulator, run));
            }
        }
        return made;
    }

    private Made made(Simulator simulator, PromptRun run) {
        var pictures = run.files().stream()
                .map(file -> known.computeIfAbsent(address(simulator, file), this::read))
                .toList();
        return new Made(simulator.name(), UUID.fromString(run.promptId()), Optional.of(run.outcome()), pictures);
    }

    private static URI address(Simulator simulator, ProducedFile file) {
        return simulator
                .url()
                .resolve("view?filename=" + encoded(file.filename()) + "&subfolder=" + encoded(file.subfolder())
                        + "&type=" + file.type());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Optional<Sha> read(URI address) {
        try {
            var answer = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(Sha.of(answer.body())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while pictures were read", e);
        }
    }

    @Override
    public void close() {
        all.forEach(Simulator::close);
        http.shutdownNow();
    }
}
