package org.genonaut.chaos;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One application in a JVM of its own. What it says goes into a file, and tells when it finished a job. */
final class AppNode {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final long FEW_BYTES = 4_096;

    private final String name;
    private final int port;
    private final List<String> command;
    private final Path log;
    private final List<Instant> finished = new ArrayList<>();
    private final AtomicInteger catalogs = new AtomicInteger();
    private volatile Process process;

    private AppNode(String name, int port, List<String> command, Path log) throws IOException {
        this.name = name;
        this.port = port;
        this.command = command;
        this.log = log;
        this.process = launch();
    }

    /** Starts it and returns at once. */
    static AppNode start(String name, int port, Path folder, List<String> settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + port));
        command.addAll(settings);
        return new AppNode(name, port, List.copyOf(command), folder.resolve("node-" + name + ".log"));
    }

    private Process launch() throws IOException {
        var started = new ProcessBuilder(command).redirectErrorStream(true).start();
        // Through us, not into the file: a node whose files may not grow must still be able to speak.
        Thread.ofVirtual().name("log-" + name).start(() -> listen(started));
        return started;
    }

    private void listen(Process speaker) {
        try (var lines = new BufferedReader(new InputStreamReader(speaker.getInputStream(), StandardCharsets.UTF_8));
                var file = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line, file);
            }
            file.write("--- process " + speaker.pid() + " has ended\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String line, BufferedWriter file) throws IOException {
        if (line.contains(" finished with ")) {
            synchronized (finished) {
                finished.add(Instant.now());
            }
        }
        if (line.contains("ModelCatalog") && line.contains(" models, ")) {
            catalogs.incrementAndGet();
        }
        file.write(line);
        file.newLine();
        file.flush();
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** When it finished a job, by the clock of this machine. */
    List<Instant> finished() {
        synchronized (finished) {
            return List.copyOf(finished);
        }
    }

    /** How many times it has read the models of a server. */
    int catalogs() {
        return catalogs.get();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and returns how long that took; after half a minute it is killed. */
    Duration stop() throws InterruptedException {
        long began = System.nanoTime();
        // Not by the process, which would close the streams: then the node would end at once.
        process.toHandle().destroy();
        if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void startAgain() throws IOException {
        process = launch();
    }

    void pause() throws IOException, InterruptedException {
        run("kill", "-STOP", pid());
    }

    void goOn() throws IOException, InterruptedException {
        run("kill", "-CONT", pid());
    }

    /** A write beyond that fails in the middle with "File too large", as "No space left on device" would. */
    void limitFiles() throws IOException, InterruptedException {
        if (process.isAlive()) {
            run("prlimit", "--pid", pid(), "--fsize=" + FEW_BYTES + ":");
        }
    }

    void unlimitFiles() throws IOException, InterruptedException {
        if (process.isAlive()) {
            run("prlimit", "--pid", pid(), "--fsize=unlimited:");
        }
    }

    /** From now on its clock is wrong by that. */
    void setClockWrong(Duration by) throws IOException {
        var orders = process.getOutputStream();
        orders.write((by.toSeconds() + "\n").getBytes(StandardCharsets.US_ASCII));
        orders.flush();
    }

    private String pid() {
        return String.valueOf(process.pid());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var tool = new ProcessBuilder(command).inheritIO().start();
        if (tool.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    /** Waits until it answers. */
    void awaitReady(Client client) throws InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (!client.isReady(this)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Node " + name + " does not answer; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
