package org.genonaut.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.util.unit.DataSize;

/** The one MariaDB of this JVM, below the build folder, where its programs stay unpacked from run to run. */
final class TestServer {

    /** Tests may lose their data, so nothing is flushed for them. */
    private static final DatabaseProperties.Embedded FAST =
            new DatabaseProperties.Embedded(DataSize.ofMegabytes(256), List.of("--innodb-flush-log-at-trx-commit=0"));

    private static final int FOLDERS = 8;

    private final EmbeddedMariaDB database;

    private TestServer(EmbeddedMariaDB database) {
        this.database = database;
    }

    static TestServer running() {
        return Holder.INSTANCE;
    }

    private static final class Holder {
        static final TestServer INSTANCE = start();
    }

    private static TestServer start() {
        var database = startInAFreeFolder(1);
        // After the applications that still use it: each would wait for it until its patience ends.
        SpringApplication.getShutdownHandlers().add(database::close);
        var server = new TestServer(database);
        server.dropOldSchemas();
        return server;
    }

    /** Two test runs may go on at once, one in a terminal and one in an IDE. */
    private static EmbeddedMariaDB startInAFreeFolder(int number) {
        try {
            return EmbeddedMariaDB.start(Path.of("target", "test-database-" + number), FAST);
        } catch (EmbeddedDatabaseException.InUse e) {
            if (number == FOLDERS) {
                throw e;
            }
            return startInAFreeFolder(number + 1);
        }
    }

    private void dropOldSchemas() {
        execute(connection -> {
            var old = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SHOW DATABASES LIKE 'genonaut\\_test\\_%'")) {
                while (rows.next()) {
                    old.add(rows.getString(1));
                }
                for (var schema : old) {
                    statement.execute("DROP DATABASE " + schema);
                }
            }
        });
    }

    /** Creates an empty schema and returns its JDBC URL. */
    String freshSchema(String name) {
        execute(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
            }
        });
        return database.getJdbcUrl().replaceFirst("/" + EmbeddedMariaDB.NAME + "$", "/" + name);
    }

    String user() {
        return database.getUsername();
    }

    String password() {
        return database.getPassword();
    }

    private void execute(Work work) {
        try (var connection = DriverManager.getConnection(database.getJdbcUrl(), user(), password())) {
            work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }
}
