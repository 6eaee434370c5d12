package org.genonaut.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.genonaut.database.RestartableServer;
import org.springframework.util.FileSystemUtils;

/** Nodes in their own JVMs, one database, simulators, and one folder of pictures. */
final class Installation implements AutoCloseable {

    private static final String SCHEMA = "genonaut_chaos";
    private static final long POLL = 100;

    private final Path folder;
    private final RestartableServer database;
    private final Simulators simulators;
    private final List<AppNode> nodes = new ArrayList<>();

    private Installation(Path folder, RestartableServer database, Simulators simulators) {
        this.folder = folder;
        this.database = database;
        this.simulators = simulators;
    }

    /** Starts everything; returns when every node answers and every model is known. */
    static Installation start(ChaosOptions options, Client client) throws Exception {
        var folder = options.folder();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        var database =
                RestartableServer.start(Path.of("target", "chaos-database").toAbsolutePath());
        var installation = new Installation(folder, database, new Simulators(options.simulators()));
        Runtime.getRuntime().addShutdownHook(new Thread(installation::kill));
        try {
            database.freshSchema(SCHEMA);
            installation.startNodes(options.nodes(), client);
            installation.signIn(client);
            return installation;
        } catch (Exception e) {
            installation.close();
            throw e;
        }
    }

    private static void addAccounts(Connection connection) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into account (id, name, display_name, password_hash, role,"
                        + " enabled, created_at, updated_at, version) values (?, ?, ?, ?, 'member', true, utc_timestamp(6),"
                        + " utc_timestamp(6), 0)")) {
            for (var name : AskPlan.ACCOUNTS) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, name);
                insert.setString(3, name);
                insert.setString(4, "{noop}" + name);
                insert.executeUpdate();
            }
        }
    }

    /** The first one makes the tables; the others come as soon as it is at it, and wait for nothing else. */
    private void startNodes(int number, Client client) throws Exception {
        for (int n = 0; n < number; n++) {
            nodes.add(AppNode.start(String.valueOf((char) ('A' + n)), freePort(), folder, settings()));
            if (n == 0) {
                awaitTablesBy(nodes.getFirst());
            }
        }
        awaitReady(client);
    }

    private void awaitTablesBy(AppNode first) throws Exception {
        try (var connection = connect();
                var question = connection.createStatement()) {
            while (!question.executeQuery("show tables like 'account'").next()) {
                if (!first.isAlive()) {
                    throw new IllegalStateException("Node " + first.name() + " does not start; see " + first.log());
                }
                TimeUnit.MILLISECONDS.sleep(POLL);
            }
        }
    }

    private List<String> settings() {
        var settings = new ArrayList<>(List.of(
                "--genonaut.db.url=" + database.url(SCHEMA),
                "--genonaut.db.user=" + database.user(),
                "--genonaut.db.password=" + database.password(),
                "--genonaut.data-directory=" + folder.resolve("data"),
                "--vaadin.productionMode=true",
                "--genonaut.run.time-limit=" + Chaos.TIME_LIMIT,
                "--genonaut.run.retry-pause=250ms",
                "--genonaut.api.rate.writes=50",
                "--logging.pattern.console=%d{HH:mm:ss.SSS} %-5p [%t] %c{1} %m%n%wEx"));
        int number = 0;
        for (var simulator : simulators.all()) {
            var backend = "--genonaut.comfyui.backends[" + number++ + "].";
            settings.add(backend + "name=" + simulator.name());
            settings.add(backend + "url=" + simulator.url());
            settings.add(backend + "standstill=5s");
        }
        return settings;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Client client) throws IOException, InterruptedException {
        for (var node : nodes) {
            node.awaitReady(client);
        }
        for (int looks = 0;
                nodes.stream()
                        .anyMatch(node -> node.catalogs() < simulators.all().size());
                looks++) {
            if (looks > 600) {
                throw new IllegalStateException("The models never came into the catalog");
            }
            TimeUnit.MILLISECONDS.sleep(POLL);
        }
    }

    private void signIn(Client client) throws IOException, InterruptedException, SQLException {
        try (var connection = connect()) {
            addAccounts(connection);
        }
        for (var account : AskPlan.ACCOUNTS) {
            client.signIn(nodes.getFirst(), account);
        }
    }

    List<AppNode> nodes() {
        return List.copyOf(nodes);
    }

    Simulators simulators() {
        return simulators;
    }

    RestartableServer database() {
        return database;
    }

    /** All tables at one moment. */
    Snapshot snapshot(SnapshotReader reader) throws SQLException {
        try (var connection = connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return reader.read(connection);
        }
    }

    Connection connect() throws SQLException {
        return database.connect(SCHEMA);
    }

    Path storage() {
        return folder.resolve("data").resolve("images");
    }

    private void kill() {
        nodes.stream().filter(AppNode::isAlive).forEach(AppNode::kill);
        database.stop(true);
    }

    @Override
    public void close() {
        nodes.forEach(AppNode::kill);
        simulators.close();
        database.close();
    }
}
