package org.genonaut.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** The running server: launched, waited for until it answers, and stopped. */
final class ServerProcess {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(30);

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the server and returns when it lets the account in. */
    static ServerProcess start(
            DataDirectory directory, MariaDBBinaries binaries, String password, DatabaseProperties.Embedded settings)
            throws IOException {
        var statements = directory.writeSecret(directory.root().resolve("database.init.sql"), account(password));
        try {
            var server = launch(directory, binaries, statements, settings);
            server.awaitAnswer(password, directory.log());
            return server;
        } finally {
            Files.deleteIfExists(statements);
        }
    }

    private static ServerProcess launch(
            DataDirectory directory, MariaDBBinaries binaries, Path statements, DatabaseProperties.Embedded settings)
            throws IOException {
        var port = freePort();
        var command = ServerCommand.of(binaries, directory, port, statements, settings);
        // Into a file, not a pipe: it is still there, and still written to, when the application is not.
        var process = binaries.process(command)
                .redirectOutput(directory.newLog().toFile())
                .start();
        return new ServerProcess(process, port);
    }

    /** Run at every start, so that the password is always the one in our file. */
    static String account(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                CREATE USER IF NOT EXISTS %1$s@'127.0.0.1';
                ALTER USER %1$s@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL ON `%1$s%%`.* TO %1$s@'127.0.0.1';
                """.formatted(EmbeddedMariaDB.NAME, password);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(String password, Path log) {
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!answers(password)) {
            if (Processes.hasEndedWithin(POLL, process)) {
                throw new EmbeddedDatabaseException.NotStarted("it ended with code " + process.exitValue() + ".", log);
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new EmbeddedDatabaseException.NotStarted("no answer within " + START_PATIENCE + ".", log);
            }
        }
    }

    private boolean answers(String password) {
        var url = "jdbc:mariadb://127.0.0.1:" + port + "/" + EmbeddedMariaDB.NAME;
        try (var connection = DriverManager.getConnection(url, EmbeddedMariaDB.NAME, password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false; // Not yet: the caller asks again until it gives up.
        }
    }

    int port() {
        return port;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Asks the server to end, and kills it when it does not: InnoDB recovers. */
    void stop() {
        process.destroy();
        if (!Processes.hasEndedWithin(STOP_PATIENCE, process)) {
            process.destroyForcibly();
            Processes.waitFor(process);
        }
    }
}
