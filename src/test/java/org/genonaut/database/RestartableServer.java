package org.genonaut.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * A MariaDB that can be stopped or killed and comes back at the same port with the same tables.
 *
 * <p>It survives a kill as a real one does; only a power cut would cost it its last second.
 */
public final class RestartableServer implements AutoCloseable {

    private static final DatabaseProperties.Embedded SETTINGS =
            new DatabaseProperties.Embedded(DataSize.ofMegabytes(256), List.of("--innodb-flush-log-at-trx-commit=2"));

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(30);
    private static final int FOLDERS = 8;

    private final DataDirectory directory;
    private final MariaDBBinaries binaries;
    private final String password;
    private final int port;
    private Process process;

    private RestartableServer(DataDirectory directory) throws IOException {
        this.directory = directory;
        Orphans.stopIn(directory);
        this.binaries = MariaDBBinaries.unpackedIn(directory);
        SystemTables.createIn(directory, binaries);
        this.password = directory.password();
        this.port = freePort();
        this.process = launch();
        awaitAnswer();
    }

    /** Starts one in a folder that nobody uses at the moment, where its programs stay unpacked from run to run. */
    public static RestartableServer start(Path folder) throws IOException {
        for (int number = 1; ; number++) {
            try {
                return startIn(folder.resolveSibling(folder.getFileName() + "-" + number));
            } catch (EmbeddedDatabaseException.InUse taken) {
                if (number == FOLDERS) {
                    throw taken;
                }
            }
        }
    }

    private static RestartableServer startIn(Path folder) throws IOException {
        var directory = DataDirectory.open(folder);
        try {
            return new RestartableServer(directory);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private Process launch() throws IOException {
        var statements = directory.writeSecret(initialStatements(), ServerProcess.account(password));
        var command = ServerCommand.of(binaries, directory, port, statements, SETTINGS);
        return binaries.process(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                .start();
    }

    private Path initialStatements() {
        return directory.root().resolve("database.init.sql");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (Processes.hasEndedWithin(POLL, process) || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("MariaDB did not start; its log is " + directory.log());
            }
        }
        Files.deleteIfExists(initialStatements());
    }

    private boolean answers() {
        try (var connection = connect(EmbeddedMariaDB.NAME)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    public Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(url(schema), user(), password);
    }

    public String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
    }

    public String user() {
        return EmbeddedMariaDB.NAME;
    }

    public String password() {
        return password;
    }

    /** Where the server says what happens to it. */
    public Path log() {
        return directory.log();
    }

    /** Drops what earlier runs left and creates one empty schema; its name begins with {@code genonaut}. */
    public void freshSchema(String name) throws SQLException {
        try (var connection = connect(EmbeddedMariaDB.NAME);
                var statement = connection.createStatement()) {
            for (var old : schemas(connection)) {
                statement.execute("DROP DATABASE `" + old + "`");
            }
            statement.execute("CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
        }
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW DATABASES LIKE 'genonaut\\_%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Ends it, politely or by a kill, and waits until it is gone. */
    public synchronized void stop(boolean kill) {
        if (kill) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        if (!Processes.hasEndedWithin(PATIENCE, process)) {
            process.destroyForcibly();
            Processes.waitFor(process);
        }
    }

    /** Lets it come back; returns when it answers. */
    public synchronized void startAgain() throws IOException {
        process = launch();
        awaitAnswer();
    }

    @Override
    public synchronized void close() {
        stop(false);
        directory.close();
    }
}
